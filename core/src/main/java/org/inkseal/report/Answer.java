package org.inkseal.report;

import java.util.List;

/**
 * The answer to one use, from everything that is said about it.
 *
 * @param use the use
 * @param permission the answer
 * @param because the statements that give it; none when nothing that counts was said
 * @param uncounted statements that say yes and do not count, because of where they stand or who signed them
 */
public record Answer(
        Use use, Permission permission, List<PermissionStatement> because, List<PermissionStatement> uncounted) {
    /** Copies the lists. */
    public Answer {
        because = List.copyOf(because);
        uncounted = List.copyOf(uncounted);
    }

    /** Whether somebody who may do so said yes, and nobody no. */
    public boolean isYes() {
        return permission == Permission.ALLOWED;
    }

    /** Whether somebody said no, or asks for terms to be agreed on, which is a no until then. */
    public boolean isRefused() {
        return permission == Permission.NOT_ALLOWED || permission == Permission.CONSTRAINED;
    }
}
