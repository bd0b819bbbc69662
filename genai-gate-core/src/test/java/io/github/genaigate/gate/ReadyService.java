package io.github.genaigate.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives every test that asks for a {@link ServiceFolder} a service of its own that is ready, to be spoilt. */
class ReadyService implements ParameterResolver {

    private static final Namespace OURS = Namespace.create(ReadyService.class);

    /** A service in a folder that is gone after the test. */
    private record Lent(ServiceFolder service) implements AutoCloseable {

        private static Path fresh() {
            try {
                return Files.createTempDirectory("genai-gate").resolve("lent");
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        Lent copy() {
            return new Lent(service.copy(fresh()));
        }

        @Override
        public void close() {
            service.delete("../..");
        }
    }

    /** Makes the service of which every test gets a copy. */
    ServiceFolder make(Path folder) {
        return ServiceFolder.ready(folder);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ServiceFolder.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var template = context.getRoot()
                .getStore(OURS)
                .getOrComputeIfAbsent(getClass(), key -> new Lent(make(Lent.fresh())), Lent.class);
        var copy = template.copy();
        context.getStore(OURS).put(copy, copy);
        return copy.service();
    }
}
