// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.backend;

import dev.gatewaybackends.diagnostics.Guard;
import dev.gatewaybackends.diagnostics.Reporter;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The door through which every stage calls a plugin with a Backend that validation let through.
 *
 * <p>A plugin that throws costs only its own Backend, or the reference that led to it: an error of the reason
 * {@code Internal} names the plugin and the class of the exception.
 *
 * @param plugin the plugin
 * @param <S> the record class of its type
 */
public record GuardedPlugin<S extends BackendSource>(BackendDefinition<S> plugin) {
    /** Requires a plugin. */
    public GuardedPlugin {
        Objects.requireNonNull(plugin, "plugin");
    }

    /** Lets the plugin report what makes the source unusable. */
    public void validate(S source, ValidationContext context) {
        call("validate", context.reporter(), () -> {
            plugin.validate(source, context);
            return Boolean.TRUE;
        });
    }

    /** Returns where the port of the Backend comes from; null if the plugin failed, which is reported. */
    public @Nullable String portOrigin(S source, Reporter reporter) {
        return call("tell the port of", reporter, () -> plugin.portOrigin(source));
    }

    /** Returns whether the Backend works only behind HTTP; null if the plugin failed, which is reported. */
    public @Nullable Boolean requiresHttp(S source, Reporter reporter) {
        return call("tell which routes can use", reporter, () -> plugin.requiresHttp(source));
    }

    /**
     * Returns the result of any other call; null if the plugin returned null or failed, which is reported.
     *
     * @param task what the plugin is asked to do with the Backend, e.g. {@code translate}
     */
    public <T> @Nullable T call(String task, Reporter reporter, Supplier<? extends @Nullable T> call) {
        return Guard.call(plugin.getClass().getName() + " failed to " + task + " it", reporter, call);
    }
}
