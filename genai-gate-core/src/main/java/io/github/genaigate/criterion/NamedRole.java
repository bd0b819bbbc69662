package io.github.genaigate.criterion;

import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Owner;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Reason;
import java.util.List;

/**
 * The claim that the manifest names somebody in a role.
 *
 * @param role the role
 */
record NamedRole(String role) {

    List<Owner> owners(Demand demand) {
        return demand.claims().owners().stream()
                .filter(owner -> owner.role().equals(role))
                .toList();
    }

    Part judge(Demand demand) {
        var part = "owner " + Words.brief(role);
        var owners = owners(demand);
        return owners.isEmpty()
                ? Part.unproven(
                                part,
                                Reason.MISSING,
                                "Owner " + Words.brief(role) + ": the manifest names nobody" + others(demand),
                                Words.meant(
                                        role,
                                        demand.claims().owners().stream()
                                                .map(Owner::role)
                                                .toList(),
                                        "Add somebody with the role " + Words.brief(role) + " under owners"))
                        .assured(Assurance.DECLARED)
                        .at(demand.claims().manifest())
                : Part.met(part, "Owner " + Words.brief(role) + ": the manifest names " + Words.few(ids(owners)))
                        .assured(Assurance.DECLARED)
                        .at(owners.get(0).place());
    }

    private static String others(Demand demand) {
        var roles =
                demand.claims().owners().stream().map(Owner::role).distinct().toList();
        return roles.isEmpty() ? "" : "; it has " + Words.few(roles);
    }

    private static List<String> ids(List<Owner> owners) {
        return owners.stream().map(Owner::id).distinct().toList();
    }
}
