package io.github.genaigate.statistics.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Outcome;
import io.github.genaigate.statistics.ShareComparison;
import io.github.genaigate.statistics.ShareSample;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Renews the tables of docs/statistics.md: {@code mvn test -Psimulation -pl genai-gate-core}, some ten minutes. */
class StatisticsPage {

    private static final int REPLICATIONS = 10_000;
    private static final Path PAGE = Path.of("../docs/statistics.md");

    private final List<String> exceeded = new ArrayList<>();

    @Test
    void renew() throws Exception {
        var page = Files.readString(PAGE);
        page = renewed(page, "independent", Scenarios.INDEPENDENT);
        page = renewed(page, "dependent", Scenarios.DEPENDENT);
        page = renewed(page, "repeated", Scenarios.REPEATED);
        page = replaced(page, "comparison", comparisons());
        page = replaced(page, "scores", scores());
        assertThat(exceeded).isEmpty();
        page = renewed(page, "outside", Scenarios.OUTSIDE);
        Files.writeString(PAGE, page);
    }

    private String renewed(String page, String table, List<Scenario> scenarios) {
        var rows = new StringBuilder()
                .append("| run | limit | samples | design effect | false at 90 % | at 95 % | at 99 % | naive at 95 % |")
                .append(" true at ½ | naive | true at ¼ | naive |\n")
                .append("|---|---|---|---|---|---|---|---|---|---|---|---|\n");
        scenarios.forEach(scenario -> rows.append(row(scenario)));
        return replaced(page, table, rows.toString());
    }

    /** The share in question is the baseline's plus the margin, equal to it, and half of it. */
    private String comparisons() {
        var rows = new StringBuilder()
                .append("| samples of each | baseline | margin | false at 95 % | true when equal | true at ½ |\n")
                .append("|---|---|---|---|---|---|\n");
        for (int samples : new int[] {300, 1_000, 3_000}) {
            for (var margin : new String[] {"0", "0.01", "0.025"}) {
                double most = 0.05 + Double.parseDouble(margin);
                double wrong = compared(samples, most, margin);
                if (wrong > 0.05 + 3 * Math.sqrt(0.05 * 0.95 / REPLICATIONS)) {
                    exceeded.add(samples + " compared, margin " + margin + ": " + wrong);
                }
                rows.append(String.join(
                                " | ",
                                "| " + samples,
                                "5 %",
                                percent("%.1f", Double.parseDouble(margin)),
                                percent("%.1f", wrong),
                                percent("%.0f", compared(samples, 0.05, margin)),
                                percent("%.0f", compared(samples, 0.025, margin))))
                        .append(" |\n");
            }
        }
        return rows.toString();
    }

    /** Means of scores renewed alone, within a minute: {@code -Dtest=StatisticsPage#renewScores}. */
    @Test
    void renewScores() throws Exception {
        var page = replaced(Files.readString(PAGE), "scores", scores());
        assertThat(exceeded).isEmpty();
        Files.writeString(PAGE, page);
    }

    /** The mean demanded is the true one, and less by 0.05 where it is to be met. */
    private String scores() {
        var rows = new StringBuilder()
                .append("| scores | mean | samples | false at 90 % | at 95 % | at 99 % | Student at 95 % |")
                .append(" true at 0.05 less | Student |\n")
                .append("|---|---|---|---|---|---|---|---|---|\n");
        for (var scores : Scores.ALL) {
            for (int samples : new int[] {20, 50, 100, 200, 500}) {
                rows.append(row(scores, samples));
            }
        }
        return rows.toString();
    }

    private String row(Scores scores, int samples) {
        double[] wrong = scores.met(samples, 0, true, REPLICATIONS);
        for (int c = 0; c < wrong.length; c++) {
            if (wrong[c] > Rates.allowed(c, REPLICATIONS)) {
                exceeded.add(samples + ", " + scores.what() + " at " + Rates.CONFIDENCES.get(c) + ": " + wrong[c]);
            }
        }
        return String.join(
                        " | ",
                        "| " + scores.what(),
                        number("%.3f", scores.mean()),
                        "" + samples,
                        percent("%.1f", wrong[0]),
                        percent("%.1f", wrong[1]),
                        percent("%.2f", wrong[2]),
                        percent("%.1f", scores.met(samples, 0, false, REPLICATIONS)[1]),
                        percent("%.0f", scores.met(samples, 0.05, true, REPLICATIONS)[1]),
                        percent("%.0f", scores.met(samples, 0.05, false, REPLICATIONS)[1]))
                + " |\n";
    }

    private static double compared(int samples, double share, String margin) {
        var draw = new Draw(new SplittableRandom(samples));
        int met = 0;
        for (int i = 0; i < REPLICATIONS; i++) {
            var comparison = new ShareComparison(
                    sample(draw, samples, share),
                    sample(draw, samples, 0.05),
                    new BigDecimal(margin),
                    Rates.CONFIDENCES.get(1));
            met += comparison.outcome() == Outcome.MET ? 1 : 0;
        }
        return (double) met / REPLICATIONS;
    }

    private static ShareSample sample(Draw draw, int samples, double share) {
        long hits = 0;
        for (int i = 0; i < samples; i++) {
            hits += draw.chance(share) ? 1 : 0;
        }
        return ShareSample.independent(samples, hits);
    }

    private static String replaced(String page, String table, String rows) {
        var begin = "<!-- " + table + " -->\n";
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf("<!-- end -->", from);
        assertThat(from).isGreaterThanOrEqualTo(begin.length());
        assertThat(to).isGreaterThan(from - 1);
        return page.substring(0, from) + rows + page.substring(to);
    }

    private String row(Scenario scenario) {
        long seed = scenario.what().hashCode();
        var limit = Rates.of(scenario, 1, REPLICATIONS, seed);
        var half = Rates.of(scenario, 0.5, REPLICATIONS, seed + 1);
        var quarter = Rates.of(scenario, 0.25, REPLICATIONS, seed + 2);
        for (int c = 0; c < Rates.CONFIDENCES.size(); c++) {
            if (limit.rate(c) > limit.allowed(c)) {
                exceeded.add(scenario.what() + " at " + Rates.CONFIDENCES.get(c) + ": " + limit.rate(c));
            }
        }
        return String.join(
                        " | ",
                        "| " + scenario.what(),
                        scenario.limit().toString(),
                        number("%.0f", limit.samples()),
                        number("%.1f", limit.designEffect()),
                        percent("%.1f", limit.rate(0)),
                        percent("%.1f", limit.rate(1)),
                        percent("%.2f", limit.rate(2)),
                        percent("%.1f", limit.plainRate(1)),
                        percent("%.0f", half.rate(1)),
                        percent("%.0f", half.plainRate(1)),
                        percent("%.0f", quarter.rate(1)),
                        percent("%.0f", quarter.plainRate(1)))
                + " |\n";
    }

    private static String percent(String format, double rate) {
        return number(format, 100 * rate) + " %";
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
