package org.inkseal.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BudgetTest {
    @ParameterizedTest
    @EnumSource(Limit.class)
    void aValueMayReachItsLimitAndNotPassIt(Limit limit) {
        Budget budget = Budget.standard();
        long most = budget.limits().of(limit);

        assertThatCode(() -> budget.check(limit, most, 7)).doesNotThrowAnyException();
        LimitExceededException refused =
                catchThrowableOfType(LimitExceededException.class, () -> budget.check(limit, most + 1, 7));
        assertThat(refused.limit()).isEqualTo(limit);
        assertThat(refused.offset()).isEqualTo(7);
        assertThat(refused).hasMessageContaining("limit." + limit.key());
    }

    @ParameterizedTest
    @EnumSource(Limit.class)
    void noLimitStandsAboveItsCapNorIsSetAboveItOrBelowZero(Limit limit) {
        assertThat(limit.standard()).isLessThanOrEqualTo(limit.cap());
        assertThat(Limits.standard().with(limit, limit.cap()).of(limit)).isEqualTo(limit.cap());
        assertThat(Limits.standard().with(limit, 0).of(limit)).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Limits.standard().with(limit, limit.cap() + 1))
                .withMessageContaining("allowed are 0 to " + limit.cap());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Limits.standard().with(limit, -1))
                .withMessageContaining(limit.key());
    }

    @Test
    void oneChosenLimitLeavesTheOthersAlone() {
        Limits limits = Limits.standard().with(Limit.BOXES, 3).with(Limit.MANIFESTS, 2);

        assertThat(limits.of(Limit.BOXES)).isEqualTo(3);
        assertThat(limits.of(Limit.MANIFESTS)).isEqualTo(2);
        assertThat(limits.of(Limit.ASSERTIONS)).isEqualTo(Limit.ASSERTIONS.standard());
        assertThat(new Budget(limits).limits()).isSameAs(limits);
    }

    @Test
    void amountsAddUpAndEachLimitOnItsOwn() throws Exception {
        Budget budget = new Budget(Limits.standard().with(Limit.BOXES, 3).with(Limit.KEY_OPERATIONS, 1));
        budget.spend(Limit.BOXES, 2, 0);
        budget.spend(Limit.KEY_OPERATIONS, 1, 0);
        budget.spend(Limit.BOXES, 1, 0);

        assertThatThrownBy(() -> budget.spend(Limit.BOXES, 1, 5)).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void nothingIsFreeAndNothingIsGivenBack() throws Exception {
        Budget budget = new Budget(Limits.standard().with(Limit.BOXES, 1));
        budget.spend(Limit.BOXES, 0, 0);
        budget.spend(Limit.BOXES, 1, 0);
        budget.spend(Limit.BOXES, 0, 0);

        assertThatThrownBy(() -> budget.spend(Limit.BOXES, -1, 0)).isInstanceOf(LimitExceededException.class);
        assertThatThrownBy(() -> budget.spend(Limit.BOXES, 0, 0)).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void anAmountThatNoNumberHoldsIsTooMuch() throws Exception {
        Budget budget = Budget.standard();
        budget.spend(Limit.HASHED_BYTES, 1, 0);

        assertThatThrownBy(() -> budget.spend(Limit.HASHED_BYTES, Long.MAX_VALUE, 0))
                .isInstanceOf(LimitExceededException.class);
    }

    @Test
    void theLimitsOfAWholeVerificationAreKnown() {
        assertThat(Limit.KEY_OPERATIONS.isTotal()).isTrue();
        assertThat(Limit.HASHED_BYTES.isTotal()).isTrue();
        assertThat(Limit.LABEL_BYTES.isTotal()).isFalse();
    }
}
