/**
 * Codes that stay nearly the same while a picture is saved anew, made smaller or otherwise changed a little: the ISCC of
 * ISO 24138. Numbers in, numbers out; knows no files and no formats.
 */
@NullMarked
package org.inkseal.iscc;

import org.jspecify.annotations.NullMarked;
