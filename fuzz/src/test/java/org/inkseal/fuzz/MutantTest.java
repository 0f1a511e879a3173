package org.inkseal.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.inkseal.io.Bytes;
import org.inkseal.vectors.Golden;
import org.inkseal.vectors.Stranger;
import org.junit.jupiter.api.Test;

/** The first of the mutants; {@code fuzz/run.sh mutants} judges more of them. */
class MutantTest {
    private static final List<Golden> GOLDEN = Samples.golden();
    private static final Judge JUDGE = new Judge(Bounds.bare(false));
    private static final int FEW = 2000;

    @Test
    void everyGoldenFileIsTrusted() {
        assertThat(GOLDEN)
                .allSatisfy(golden ->
                        assertThat(JUDGE.state(golden.file())).as(golden.name()).isEqualTo("Trusted"));
    }

    @Test
    void whatAStrangerSignsUnchangedIsValidAndNotTrusted() throws Exception {
        for (int kind = 0; kind < 4; kind++) {
            Bytes file = Stranger.sign((kind & 1) != 0, (kind & 2) != 0, (part, bytes) -> bytes);
            assertThat(JUDGE.state(file)).isEqualTo("Valid");
        }
    }

    @Test
    void goldenFilesAreReadToTheirSmallestParts() {
        for (Golden golden : GOLDEN) {
            Node store = Grammar.store(Samples.store(golden));
            assertThat(store.encode()).as(golden.name()).isEqualTo(Samples.store(golden));
            if (!golden.name().startsWith("compressed")) {
                assertThat(store.all().stream()
                                .map(node -> node.framing.getClass().getSimpleName()))
                        .as(golden.name())
                        .contains("Box", "Item", "Tag", "Element");
            }
        }
    }

    @Test
    void oneNumberMakesOneMutant() throws Exception {
        Mutator mutator = new Mutator(GOLDEN);
        Mutator another = new Mutator(GOLDEN);
        for (long number = 1; number < 200; number++) {
            Mutant mutant = mutator.make(number);
            assertThat(another.make(number).file()).isEqualTo(mutant.file());
            assertThat(mutant.file()).isNotEqualTo(mutant.original());
        }
    }

    @Test
    void noMutantIsGoodUnnoticedOrThrowsOrCostsTooMuch() throws Exception {
        Mutator mutator = new Mutator(GOLDEN);
        for (long number = 1; number <= FEW; number++) {
            Mutant mutant = mutator.make(number);
            assertThat(JUDGE.objection(mutant))
                    .as("mutant %d of %s", number, mutant.from())
                    .isEmpty();
        }
    }

    @Test
    void aGoodVerdictOnAnotherPictureWouldBeNoticed() throws Exception {
        Golden one = GOLDEN.get(0);
        Bytes other = GOLDEN.get(GOLDEN.size() - 1).file();

        assertThat(JUDGE.objection(new Mutant("two files in good order", one.file(), other)))
                .contains("unnoticed, Trusted");
        assertThat(JUDGE.objection(new Mutant("somebody who is trusted", Bytes.EMPTY, other)))
                .contains("trusted");
    }
}
