package org.inkseal.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.inkseal.report.PermissionStatement.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The permission model, held against tables that say in letters what is expected: y(es), n(o), t(erms), and - for silence.
 * No row is computed by what it tests.
 */
class ConsentTest {
    private static final String KEY = "a".repeat(64);
    private static final String STRANGER = "b".repeat(64);

    private static final List<Acceptance> RULES =
            List.of(Acceptance.ANYBODY, Acceptance.trustedOr(Set.of(KEY)), Acceptance.TRUSTED);

    /**
     * For a statement that stands somewhere and is proven so far: what remains of its yes for a caller who accepts anybody,
     * those known and trusted, and those trusted only; and what remains of its terms, and of its no, for all of them.
     */
    private static final String ONE = """
            place        state      signer    yes: anybody known trusted  terms no
            PICTURE      NONE       nobody    -            -     -        t     n
            PICTURE      INVALID    nobody    -            -     -        t     n
            PICTURE      INVALID    stranger  -            -     -        t     n
            PICTURE      INVALID    known     -            -     -        t     n
            PICTURE      WELL_FORMED stranger -            -     -        t     n
            PICTURE      WELL_FORMED known    -            -     -        t     n
            PICTURE      VALID      stranger  y            -     -        t     n
            PICTURE      VALID      known     y            y     -        t     n
            PICTURE      TRUSTED    stranger  y            y     y        t     n
            PICTURE      TRUSTED    known     y            y     y        t     n
            PARENT       NONE       nobody    -            -     -        t     n
            PARENT       INVALID    stranger  -            -     -        t     n
            PARENT       WELL_FORMED known    -            -     -        t     n
            PARENT       VALID      stranger  -            -     -        t     n
            PARENT       VALID      known     -            -     -        t     n
            PARENT       TRUSTED    known     -            -     -        t     n
            COMPONENT    INVALID    stranger  -            -     -        t     n
            COMPONENT    VALID      known     -            -     -        t     n
            COMPONENT    TRUSTED    known     -            -     -        t     n
            INPUT        INVALID    stranger  -            -     -        -     -
            INPUT        VALID      known     -            -     -        -     -
            INPUT        TRUSTED    known     -            -     -        -     -
            UNREFERENCED NONE       nobody    -            -     -        t     n
            METADATA     NONE       nobody    -            -     -        t     n
            """;

    /** Two statements that count: what the first row says and what the first column says, together. */
    private static final String TWO = """
            and y n t -
            y   y n t y
            n   n n n n
            t   t n t t
            -   y n t -
            """;

    /**
     * What the credential of the picture says, by a trusted signer, by a stranger, or broken; and beside it what the metadata
     * says. Then the answer for those who accept anybody, and for those who accept trusted signers.
     */
    private static final String BESIDE = """
            credential       metadata  anybody trusted
            TRUSTED     y    y         y       y
            TRUSTED     y    n         n       n
            TRUSTED     y    t         t       t
            TRUSTED     y    -         y       y
            TRUSTED     n    y         n       n
            TRUSTED     n    t         n       n
            TRUSTED     n    -         n       n
            TRUSTED     t    y         t       t
            TRUSTED     t    n         n       n
            TRUSTED     -    y         -       -
            TRUSTED     -    n         n       n
            TRUSTED     -    t         t       t
            TRUSTED     -    -         -       -
            VALID       y    y         y       -
            VALID       y    n         n       n
            VALID       y    t         t       t
            VALID       y    -         y       -
            VALID       n    y         n       n
            VALID       t    y         t       t
            VALID       -    y         -       -
            WELL_FORMED y    y         -       -
            WELL_FORMED y    t         t       t
            WELL_FORMED n    y         n       n
            INVALID     y    y         -       -
            INVALID     y    -         -       -
            INVALID     y    n         n       n
            INVALID     n    y         n       n
            INVALID     t    y         t       t
            INVALID     t    n         n       n
            INVALID     -    -         -       -
            """;

    static Stream<Arguments> beside() {
        List<Arguments> rows = new ArrayList<>();
        for (PermissionSource source : PermissionSource.values()) {
            for (String[] row : table(BESIDE)) {
                rows.add(Arguments.of(source, row));
            }
        }
        return rows.stream().filter(row -> ((PermissionSource) row.get()[0]).isMetadata());
    }

    @ParameterizedTest(name = "{0} beside {1}")
    @MethodSource("beside")
    void credentialAndMetadataTogetherAreAsTheTableSays(PermissionSource source, String[] row) {
        for (Use use : Use.values()) {
            Consent consent = new Consent(List.of(statement(
                            PermissionSource.CAWG_TRAINING_MINING,
                            Place.PICTURE,
                            ValidationState.valueOf(row[0]),
                            "stranger",
                            use,
                            row[1])))
                    .and(new Consent(
                            List.of(statement(source, Place.METADATA, ValidationState.NONE, "nobody", use, row[2]))));

            assertThat(consent.to(use, Acceptance.ANYBODY).permission()).isEqualTo(permission(row[3]));
            assertThat(consent.to(use, Acceptance.TRUSTED).permission()).isEqualTo(permission(row[4]));
            boolean disputed = !row[1].equals(row[2]) && !row[1].equals("-") && !row[2].equals("-");
            assertThat(consent.disputed()).isEqualTo(disputed ? List.of(use) : List.of());
        }
    }

    static Stream<Arguments> single() {
        List<Arguments> rows = new ArrayList<>();
        for (PermissionSource source : PermissionSource.values()) {
            for (String[] row : table(ONE)) {
                for (Use use : Use.values()) {
                    rows.add(Arguments.of(source, use, row));
                }
            }
        }
        return rows.stream();
    }

    @ParameterizedTest(name = "{0} to {1}, {2}")
    @MethodSource("single")
    void oneStatementCountsAsTheTableSays(PermissionSource source, Use use, String[] row) {
        Place place = Place.valueOf(row[0]);
        ValidationState state = ValidationState.valueOf(row[1]);
        for (int rule = 0; rule < RULES.size(); rule++) {
            Map<String, String> expected = Map.of("y", row[3 + rule], "t", row[6], "n", row[7], "-", "-");
            for (Map.Entry<String, String> entry : expected.entrySet()) {
                Consent consent = new Consent(List.of(statement(source, place, state, row[2], use, entry.getKey())));

                assertThat(consent.to(use, RULES.get(rule)).permission())
                        .as("%s said, rule %s", entry.getKey(), rule)
                        .isEqualTo(permission(entry.getValue()));
                assertThat(consent.answers(RULES.get(rule)))
                        .as("nothing is said to the other uses")
                        .isEqualTo(Permissions.SILENT.with(use, permission(entry.getValue())));
            }
        }
    }

    static Stream<Arguments> pairs() {
        List<Arguments> rows = new ArrayList<>();
        List<String[]> matrix = table(TWO);
        String[] columns = TWO.lines().findFirst().orElseThrow().split("\\s+");
        for (String[] row : matrix) {
            for (int column = 1; column < columns.length; column++) {
                for (Use use : Use.values()) {
                    rows.add(Arguments.of(row[0], columns[column], use, row[column]));
                }
            }
        }
        return rows.stream();
    }

    @ParameterizedTest(name = "{0} and {1} to {2} is {3}")
    @MethodSource("pairs")
    void theMoreRestrictiveOfTwoWins(String first, String second, Use use, String expected) {
        PermissionSource source = PermissionSource.CAWG_TRAINING_MINING;
        PermissionStatement one = statement(source, Place.PICTURE, ValidationState.TRUSTED, "known", use, first);
        PermissionStatement two = statement(source, Place.PICTURE, ValidationState.VALID, "stranger", use, second);

        assertThat(new Consent(List.of(one, two)).to(use, Acceptance.ANYBODY).permission())
                .isEqualTo(permission(expected));
        assertThat(new Consent(List.of(two))
                        .and(new Consent(List.of(one)))
                        .to(use, Acceptance.ANYBODY)
                        .permission())
                .isEqualTo(permission(expected));
    }

    @Test
    void theTablesHoldHundredsOfRows() {
        long answers = 4;
        assertThat(single().count() * RULES.size() * answers + pairs().count()).isGreaterThan(2000);
    }

    @Test
    void anAnswerNamesThoseWhoGaveItAndWhoseYesDoesNotCount() {
        PermissionSource source = PermissionSource.CAWG_TRAINING_MINING;
        PermissionStatement yes =
                statement(source, Place.PICTURE, ValidationState.VALID, "stranger", Use.AI_TRAINING, "y");
        PermissionStatement no =
                statement(source, Place.PARENT, ValidationState.INVALID, "nobody", Use.AI_TRAINING, "n");

        Answer refused = new Consent(List.of(yes, no)).to(Use.AI_TRAINING, Acceptance.ANYBODY);
        Answer silent = new Consent(List.of(yes)).to(Use.AI_TRAINING, Acceptance.TRUSTED);

        assertThat(refused.isRefused()).isTrue();
        assertThat(refused.because()).containsExactly(no);
        assertThat(silent.isYes()).isFalse();
        assertThat(silent.isRefused()).isFalse();
        assertThat(silent.because()).isEmpty();
        assertThat(silent.uncounted()).containsExactly(yes);
    }

    @Test
    void whatIsNotProvenIsNeverAccepted() {
        assertThatThrownBy(() -> new Acceptance(ValidationState.WELL_FORMED, Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String[]> table(String text) {
        return text.lines().skip(1).map(line -> line.split("\\s+")).toList();
    }

    private static PermissionStatement statement(
            PermissionSource source, Place place, ValidationState state, String signer, Use use, String said) {
        return new PermissionStatement(
                source,
                place,
                state,
                signer(signer),
                true,
                Optional.empty(),
                Permissions.SILENT.with(use, permission(said)),
                Map.of(),
                Optional.empty());
    }

    private static Permission permission(String letter) {
        return switch (letter) {
            case "y" -> Permission.ALLOWED;
            case "n" -> Permission.NOT_ALLOWED;
            case "t" -> Permission.CONSTRAINED;
            case "-" -> Permission.SILENT;
            default -> throw new IllegalArgumentException(letter);
        };
    }

    private static Optional<SignatureSummary> signer(String word) {
        if (word.equals("nobody")) {
            return Optional.empty();
        }
        return Optional.of(new SignatureSummary(
                "es256",
                Optional.of("Somebody"),
                Optional.empty(),
                Optional.empty(),
                BigInteger.ONE,
                "c".repeat(64),
                word.equals("known") ? KEY : STRANGER,
                Instant.EPOCH,
                Instant.EPOCH,
                Optional.empty(),
                false,
                Optional.empty(),
                RevocationStatus.SKIPPED,
                OptionalInt.empty(),
                Optional.empty(),
                List.of()));
    }
}
