package io.github.genaigate.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.genaigate.model.Share;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All figures against the tables that R made; src/test/resources/statistics/oracle.R tells how. */
class OracleTest {

    private static final Offset<Double> CLOSE = within(1e-9);
    private static final Share FIVE_PERCENT = new Share(new BigDecimal("0.05"));

    /** One line of a table. */
    record Row(Map<String, String> cells) {

        String text(String name) {
            return cells.get(name);
        }

        double number(String name) {
            return Double.parseDouble(text(name));
        }

        long count(String name) {
            return new BigDecimal(text(name)).longValueExact();
        }

        Share share(String name) {
            return new Share(decimal(name));
        }

        BigDecimal decimal(String name) {
            return BigDecimal.valueOf(number(name));
        }

        long[] counts(String name) {
            return Stream.of(text(name).split(",")).mapToLong(Long::parseLong).toArray();
        }
    }

    private static Stream<Row> table(String name) throws Exception {
        try (var in = OracleTest.class.getResourceAsStream("/statistics/oracle-" + name + ".tsv")) {
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            var names = lines.get(1).split("\t");
            List<Row> rows = new ArrayList<>();
            for (var line : lines.subList(2, lines.size())) {
                var values = line.split("\t");
                Map<String, String> cells = new LinkedHashMap<>();
                for (int i = 0; i < names.length; i++) {
                    cells.put(names[i], values[i]);
                }
                rows.add(new Row(cells));
            }
            return rows.stream();
        }
    }

    static Stream<Row> bounds() throws Exception {
        return table("bounds");
    }

    @ParameterizedTest
    @MethodSource("bounds")
    void clopperPearson(Row row) {
        var test = ShareTest.exact(row.count("trials"), row.count("failures"), FIVE_PERCENT, row.share("confidence"));
        assertThat(test.lowerBound()).isCloseTo(row.number("lower"), CLOSE);
        assertThat(test.upperBound()).isCloseTo(row.number("upper"), CLOSE);
    }

    static Stream<Row> effective() throws Exception {
        return table("effective");
    }

    @ParameterizedTest
    @MethodSource("effective")
    void realCounts(Row row) {
        var test = ShareTest.exact(row.count("trials"), row.count("failures"), FIVE_PERCENT, row.share("confidence"))
                .under(Dependence.known(row.decimal("effect")));
        assertThat(test.lowerBound()).isCloseTo(row.number("lower"), CLOSE);
        assertThat(test.upperBound()).isCloseTo(row.number("upper"), CLOSE);
    }

    static Stream<Row> enlargement() throws Exception {
        return table("enlargement");
    }

    /** An estimate of 3 has an excess of 2; the design effect is rounded up to four digits. */
    @ParameterizedTest
    @MethodSource("enlargement")
    void theExcessIsEnlarged(Row row) {
        var most = new BigDecimal(1_000_000_000_000L);
        var dependence = new Dependence(new BigDecimal(3), row.decimal("freedom"), most, 50, 9, true);
        double exact = 1 + 2 * row.number("ratio");
        assertThat(dependence.designEffect(row.share("confidence")).doubleValue())
                .isBetween(exact - 1e-9 * exact, exact + 1e-4 + 1e-9 * exact);
    }

    static Stream<Row> plan() throws Exception {
        return table("plan");
    }

    @ParameterizedTest
    @MethodSource("plan")
    void samplesOfAPlan(Row row) {
        var plan = new SamplePlan(row.share("limit"), row.share("confidence"));
        assertThat(plan.samples(row.share("assumed"), row.share("power"))).hasValue(row.count("samples"));
        assertThat(plan.probability(row.count("samples"), row.share("assumed")))
                .isCloseTo(row.number("probability"), CLOSE);
    }

    static Stream<Row> fisher() throws Exception {
        return table("fisher");
    }

    @ParameterizedTest
    @MethodSource("fisher")
    void fishersExactTest(Row row) {
        var first = ShareSample.independent(row.count("n1"), row.count("k1"));
        var second = ShareSample.independent(row.count("n2"), row.count("k2"));
        assertThat(FisherTail.atMost(first, second)).isCloseTo(row.number("atmost"), CLOSE);
    }

    static Stream<Row> mean() throws Exception {
        return table("mean");
    }

    @ParameterizedTest
    @MethodSource("mean")
    void studentsBounds(Row row) {
        var mean = new Mean(row.count("samples"), row.decimal("mean"), row.decimal("error"), false);
        assertThat(mean.lower(row.share("confidence"))).isCloseTo(row.number("lower"), relative(row));
        assertThat(mean.upper(row.share("confidence"))).isCloseTo(row.number("upper"), relative(row));
    }

    private static Offset<Double> relative(Row row) {
        return within(1e-9 * Math.max(1, Math.abs(row.number("lower")) + Math.abs(row.number("upper"))));
    }

    static Stream<Row> welch() throws Exception {
        return table("welch");
    }

    @ParameterizedTest
    @MethodSource("welch")
    void welchsBounds(Row row) {
        var test = new EffectTest(
                new Mean(row.count("n1"), row.decimal("mean1"), row.decimal("error1"), false),
                new Mean(row.count("n2"), row.decimal("mean2"), row.decimal("error2"), false),
                Direction.AT_LEAST,
                BigDecimal.ZERO,
                row.share("confidence"));
        assertThat(test.lowerBound()).isCloseTo(row.number("lower"), CLOSE);
        assertThat(test.upperBound()).isCloseTo(row.number("upper"), CLOSE);
    }

    static Stream<Row> series() throws Exception {
        return table("series");
    }

    /** An estimate is rounded up and its degrees of freedom down, to four digits. */
    @ParameterizedTest
    @MethodSource("series")
    void designEffects(Row row) {
        var dependence = Dependence.inTime(row.counts("trials"), row.counts("failures"));
        double estimate = row.number("estimate");
        double freedom = row.number("freedom");
        assertThat(dependence.estimate().doubleValue()).isBetween(estimate - 1e-9, estimate + 1e-4 + 1e-9);
        assertThat(dependence.freedom().doubleValue()).isBetween(freedom - 1e-4 - 1e-9, freedom + 1e-9);
    }
}
