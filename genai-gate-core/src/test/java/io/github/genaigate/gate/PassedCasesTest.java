package io.github.genaigate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Cases;
import io.github.genaigate.model.Cases.Case;
import io.github.genaigate.model.Cases.Result;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Measurement;
import io.github.genaigate.model.Place;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PassedCasesTest {

    private static Case run(String id, Result result) {
        return new Case(id, Map.of("category", "grounded"), result, Place.of("evals.json"));
    }

    @Test
    void onlyCasesThatDidNotPassKeepTheirNames() {
        Lookup<Measurement> cases = Lookup.found(
                new Cases(List.of(
                        run("my card number is 1234", Result.PASSED),
                        run("my card number is 1234", Result.PASSED),
                        run("another", Result.PASSED),
                        run("at times", Result.PASSED),
                        run("at times", Result.FAILED),
                        run("never", Result.ERRORED))),
                Assurance.MEASURED);

        assertThat(((Cases) Known.of(PassedCases.unnamed(cases)).orElseThrow()).cases())
                .isEqualTo(List.of(
                        run("#076bf0c1d45c", Result.PASSED),
                        run("#076bf0c1d45c", Result.PASSED),
                        run("#ae448ac86c4e", Result.PASSED),
                        run("at times", Result.PASSED),
                        run("at times", Result.FAILED),
                        run("never", Result.ERRORED)));
    }
}
