package io.github.genaigate.policy;

import io.github.genaigate.input.Text;
import io.github.genaigate.model.Catalogue;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Names;
import io.github.genaigate.model.Origin;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Setting;
import io.github.genaigate.model.Settings;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds roles that a policy demands and does not define.
 *
 * @param problems to which they are added
 */
record DefinedRoles(Catalogue catalogue, List<Problem> problems) {

    /** Each of several policies defines the roles that it demands itself: another one beside it could open them. */
    void check(Policy policy) {
        var place = Place.of(policy.layers().get(policy.layers().size() - 1).source());
        policy.rules().waivers().ifPresent(waivers -> check("waivers.approvers", waivers.approvers(), policy, place));
        policy.requirements().values().forEach(requirement -> check(requirement, policy, place));
    }

    /** A role that nobody defines would have no signers listed, and anybody could sign in it. */
    private void check(Requirement requirement, Policy policy, Place otherwise) {
        var about = catalogue.criterion(requirement.criterion()).orElseThrow();
        about.settings().stream()
                .filter(setting -> setting.field().kind().equals(Kind.list(Kind.ROLE)))
                .forEach(setting -> Stream.concat(Stream.of(requirement), requirement.changes().values().stream())
                        .flatMap(one -> Stream.concat(Stream.of(one.settings()), one.stages().values().stream()))
                        .forEach(settings -> check(setting, requirement.id(), settings, policy, otherwise)));
    }

    private void check(Setting<?> setting, String id, Settings settings, Policy policy, Place otherwise) {
        if (settings.values().get(setting.name()) instanceof List<?> names) {
            check(
                    id + "." + setting.name(),
                    names,
                    policy,
                    settings.origin(setting).map(Origin::place).orElse(otherwise));
        }
    }

    private void check(String setting, List<?> names, Policy policy, Place place) {
        var defined = policy.rules().roles().keySet();
        names.stream()
                .map(Object::toString)
                .filter(role -> !defined.contains(role))
                .forEach(role -> problems.add(new Problem(
                        place,
                        setting + " names the role " + Text.quoted(role) + ", which roles does not define",
                        Names.nearest(role, defined)
                                .map(name -> "Did you mean " + name + "?")
                                .orElse("Define it under roles, with its signers"))));
    }
}
