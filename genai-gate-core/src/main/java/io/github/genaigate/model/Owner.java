package io.github.genaigate.model;

/**
 * Somebody with a role for the service.
 *
 * @param role such as {@code accountable}
 * @param id an e-mail address, a {@code @handle} or a {@code @team/handle}
 * @param place where the manifest says so
 */
public record Owner(String role, String id, Place place) {}
