package io.github.genaigate.gate;

import io.github.genaigate.model.Decision.ExemptionStatus;
import io.github.genaigate.model.Finding;
import io.github.genaigate.model.Grant;
import io.github.genaigate.policy.Policy;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells what became of the exemptions that the policy grants a service. */
final class Exemptions {

    private Exemptions() {}

    /** One for each requirement that the service is exempted from, in the order of the policy. */
    static List<ExemptionStatus> statuses(Policy policy, String service, List<Finding> inForce, LocalDate today) {
        return policy.requirements().values().stream()
                .flatMap(requirement -> Stream.ofNullable(
                                requirement.scope().exemptions().get(service))
                        .map(grant -> status(requirement.id(), grant, inForce, today)))
                .toList();
    }

    private static ExemptionStatus status(String id, Grant grant, List<Finding> inForce, LocalDate today) {
        var finding =
                inForce.stream().filter(one -> one.requirement().equals(id)).findFirst();
        String status = status(grant, finding, today);
        return new ExemptionStatus(
                id,
                status,
                switch (status) {
                            case "lapsed" -> "It held through " + grant.until();
                            case "no-longer-needed" -> "The requirement is met, or does not apply";
                            case "unused" -> "The requirement does not block here";
                            default -> "It holds through " + grant.until();
                        }
                        + ": " + grant.reason().orElse(""),
                grant.origin());
    }

    private static String status(Grant grant, Optional<Finding> finding, LocalDate today) {
        if (!grant.holdsOn(today)) {
            return "lapsed";
        }
        if (finding.isPresent() && !finding.get().outcome().fails()) {
            return "no-longer-needed";
        }
        return finding.filter(Finding::exempted).isPresent() ? "applied" : "unused";
    }
}
