package io.github.genaigate.model;

/**
 * One requirement as its criterion sees it: what is demanded, and what the team claims. Neither level nor stage nor
 * waiver is here, because what follows from an outcome is not the criterion's concern.
 *
 * @param requirement the requirement's id
 * @param settings what the policy demands
 * @param claims what the manifest says
 */
public record Demand(String requirement, Settings settings, Claims claims) {

    /** The same at another confidence. */
    public Demand at(Share confidence) {
        return new Demand(requirement, settings.with(CommonSettings.CONFIDENCE, confidence), claims);
    }
}
