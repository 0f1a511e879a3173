package org.inkseal.cli.html;

import java.util.Locale;

/** The elements that a page may have. None of them runs, loads or sends anything. */
public enum Tag {
    /** One picture. */
    ARTICLE,
    /** The head of one. */
    HEADER,
    /** The end of the page. */
    FOOTER,
    /** Ways around the page. */
    NAV,
    /** A part with a heading. */
    SECTION,
    /** The heading of the page. */
    H1,
    /** The heading of a picture. */
    H2,
    /** The heading of a part. */
    H3,
    /** A paragraph. */
    P,
    /** A group without a meaning of its own. */
    DIV,
    /** A run of text without a meaning of its own. */
    SPAN,
    /** A list in order. */
    OL,
    /** A list. */
    UL,
    /** An item of a list. */
    LI,
    /** A list of names and values. */
    DL,
    /** A name in it. */
    DT,
    /** A value in it. */
    DD,
    /** A table. */
    TABLE,
    /** What a table shows. */
    CAPTION,
    /** The head of a table. */
    THEAD,
    /** The rows of a table. */
    TBODY,
    /** A row. */
    TR,
    /** A cell that names its row or column. */
    TH,
    /** A cell. */
    TD,
    /** Something folded. */
    DETAILS,
    /** What is seen of it. */
    SUMMARY,
    /** A word that matters. */
    STRONG,
    /** Letters for machines. */
    CODE,
    /** Text of somebody else, whose direction of writing changes nothing around it. */
    BDI;

    private final String word = name().toLowerCase(Locale.ROOT);

    String word() {
        return word;
    }
}
