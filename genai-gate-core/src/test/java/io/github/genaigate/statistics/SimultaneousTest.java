package io.github.genaigate.statistics;

import static io.github.genaigate.statistics.ShareTestTest.share;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.genaigate.model.Share;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimultaneousTest {

    @ParameterizedTest
    @CsvSource({
        "95 %, 1, 95 %, 95 %",
        "95 %, 2, 90 %, 97.5 %",
        "95 %, 5, 75 %, 99 %",
        "95 %, 7, 65 %, 99.2857142858 %",
        "95 %, 20, 0 %, 99.75 %",
        "99 %, 30, 70 %, 99.9666666667 %",
        "50 %, 3, 0 %, 83.3333333334 %",
    })
    void levels(String confidence, int claims, String together, String each) {
        var simultaneous = new Simultaneous(share(confidence), claims);
        assertThat(simultaneous.together()).isEqualTo(share(together));
        assertThat(simultaneous.bonferroni()).isEqualTo(share(each));
        assertThat(simultaneous.holm(claims - 1)).isEqualTo(share(confidence));
    }

    /** Rounding never makes a level laxer. */
    @Test
    void theCorrectedErrorsNeverAddUpToMore() {
        for (int claims = 1; claims < 500; claims++) {
            var each = new Simultaneous(share("95 %"), claims).bonferroni().complement();
            assertThat(each.fraction().multiply(BigDecimal.valueOf(claims)))
                    .isLessThanOrEqualTo(new BigDecimal("0.05"));
            assertThat(each.fraction().scale()).isLessThanOrEqualTo(12);
        }
        var hair = new Share(new BigDecimal("0.999999999999"));
        assertThat(ShareTest.usable(new Simultaneous(hair, 9).bonferroni())).isTrue();
        assertThat(new Simultaneous(hair, 9).bonferroni().complement().fraction())
                .isEqualByComparingTo("1e-13");
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new Simultaneous(share("95 %"), 0)).hasMessage("no such claims: 0 at 95 %");
        assertThatThrownBy(() -> new Simultaneous(share("40 %"), 2)).hasMessage("no such claims: 2 at 40 %");
        assertThatThrownBy(() -> new Simultaneous(share("95 %"), 2).holm(2)).hasMessage("no such claims: 2 of 2");
    }
}
