package io.github.genaigate.gate;

import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Finding;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Simultaneous;
import io.github.genaigate.model.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A decision in the making: what is known so far, whatever stops the rest from being known. */
final class Draft {

    final List<Problem> problems = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    final List<Decision.EvidenceFile> evidence = new ArrayList<>();
    final List<Decision.WaiverStatus> waivers = new ArrayList<>();
    final List<Decision.ExemptionStatus> exemptions = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    final List<Finding> upcoming = new ArrayList<>();
    final List<String> off = new ArrayList<>();
    Optional<String> service = Optional.empty();
    Optional<String> summary = Optional.empty();
    Optional<String> asked = Optional.empty();
    Optional<String> reached = Optional.empty();
    Optional<Simultaneous> simultaneous = Optional.empty();
    Optional<Decision.Validity> validUntil = Optional.empty();
    Decision.Subject subject = new Decision.Subject(Optional.empty(), Optional.empty(), false);
    Decision.PolicyIdentity policy = Decision.PolicyIdentity.none();
    Optional<String> facts = Optional.empty();
    boolean rehearsal;

    /** The decision. */
    Decision decision(Verdict verdict, Instant at) {
        return new Decision(
                verdict,
                new Decision.Stages(asked, reached),
                service,
                summary,
                subject,
                at,
                rehearsal,
                policy,
                findings,
                upcoming,
                off,
                evidence,
                waivers,
                exemptions,
                problems.stream().sorted().distinct().toList(),
                notes,
                simultaneous,
                validUntil,
                facts);
    }
}
