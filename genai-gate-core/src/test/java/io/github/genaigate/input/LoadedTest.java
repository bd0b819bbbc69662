package io.github.genaigate.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoadedTest {

    private static final Problem FIRST = new Problem(new Place("a", 1, 2), "x", "y");
    private static final Problem SECOND = new Problem(new Place("a", 2, 1), "x", "y");

    @Test
    void tellsEveryProblemOnceInTheOrderOfTheDocument() {
        assertThat(Loaded.refused(List.of(SECOND, FIRST, SECOND)).problems()).containsExactly(FIRST, SECOND);
    }

    @Test
    void isEitherAValueOrProblems() {
        assertThatThrownBy(() -> Loaded.refused(List.of())).hasMessage("either a value or problems: []");
        assertThatThrownBy(() -> new Loaded<>(Optional.of(1), List.of(FIRST)))
                .hasMessage("either a value or problems: [a:1:2: x; y]");
    }
}
