// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.backend;

import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.Setting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The plugins that every stage takes: one for each Backend type, ordered by the name of their member. Immutable and
 * thread-safe.
 *
 * <p>Reading and validation use a plugin as a {@link BackendDefinition}; translation uses those that also translate.
 */
public final class PluginRegistry {
    private final Map<String, BackendDefinition<?>> byMember;
    private final Map<Class<?>, BackendDefinition<?>> byClass = new LinkedHashMap<>();
    private final Map<String, Setting<?>> settings = new TreeMap<>();

    private PluginRegistry(Map<String, BackendDefinition<?>> byMember) {
        this.byMember = byMember;
        CoreSettings.all().forEach(setting -> settings.put(setting.key(), setting));
        for (BackendDefinition<?> plugin : byMember.values()) {
            BackendDefinition<?> other = byClass.putIfAbsent(plugin.type().sourceClass(), plugin);
            if (other != null) {
                throw new IllegalStateException(names(other, plugin) + " both claim "
                        + plugin.type().sourceClass().getName());
            }
            for (Setting<?> setting : plugin.settings()) {
                if (settings.putIfAbsent(setting.key(), setting) != null) {
                    throw new IllegalStateException(
                            plugin.getClass().getName() + " brings a setting that is there already: " + setting.key());
                }
            }
        }
    }

    /**
     * Returns the plugins that the context class loader of this thread finds.
     *
     * @throws IllegalStateException if two of them claim one type; names both
     */
    public static PluginRegistry discover() {
        return builder().discover().build();
    }

    /**
     * Returns these plugins alone.
     *
     * @throws IllegalStateException if two of them claim one type; names both
     */
    public static PluginRegistry of(BackendDefinition<?>... plugins) {
        Builder builder = builder();
        for (BackendDefinition<?> plugin : plugins) {
            builder.add(plugin);
        }
        return builder.build();
    }

    /** Returns a builder without plugins. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the plugins, ordered by the name of their member. */
    public List<BackendDefinition<?>> plugins() {
        return List.copyOf(byMember.values());
    }

    /** Returns the plugin that claims this member of {@code spec}; null if none does. */
    public @Nullable BackendDefinition<?> find(String member) {
        return byMember.get(member);
    }

    /** Returns the plugin of a source; null if none is registered for its class. */
    @SuppressWarnings("unchecked") // The map is keyed by the class that the plugin declares.
    public <S extends BackendSource> @Nullable BackendDefinition<S> find(S source) {
        return (BackendDefinition<S>) byClass.get(source.getClass());
    }

    /** Returns the member of {@code spec} that holds such a source; null if no plugin is registered for its class. */
    public @Nullable String member(BackendSource source) {
        if (source instanceof UnrecognizedBackend unrecognized) {
            return unrecognized.member();
        }
        BackendDefinition<?> plugin = byClass.get(source.getClass());
        return plugin == null ? null : plugin.type().member();
    }

    /** Returns the settings of the core and of all plugins, ordered by key. */
    public List<Setting<?>> settings() {
        return List.copyOf(settings.values());
    }

    /** Returns the setting of a key; null if there is none. */
    public @Nullable Setting<?> setting(String key) {
        return settings.get(key);
    }

    private static String names(Object one, Object other) {
        return one.getClass().getName() + " and " + other.getClass().getName();
    }

    /** Builds a {@link PluginRegistry}. Not thread-safe. */
    public static final class Builder {
        private final List<BackendDefinition<?>> explicit = new ArrayList<>();
        private @Nullable ClassLoader loader;
        private boolean discover;

        private Builder() {}

        /** Adds the plugins that the context class loader of this thread finds; those that are added by hand win. */
        public Builder discover() {
            discover = true;
            loader = Thread.currentThread().getContextClassLoader();
            return this;
        }

        /** Adds the plugins that a class loader finds; those that are added by hand win. */
        public Builder discover(ClassLoader classLoader) {
            discover = true;
            loader = Objects.requireNonNull(classLoader, "classLoader");
            return this;
        }

        /** Adds a plugin, in place of a discovered one for the same type. */
        public Builder add(BackendDefinition<?> plugin) {
            explicit.add(Objects.requireNonNull(plugin, "plugin"));
            return this;
        }

        /**
         * Returns the registry.
         *
         * @throws IllegalStateException if two plugins claim one type and neither is explicit, or both are; names both
         */
        public PluginRegistry build() {
            Map<String, BackendDefinition<?>> byMember = new TreeMap<>();
            explicit.forEach(plugin -> add(byMember, plugin));
            if (discover) {
                Map<String, BackendDefinition<?>> found = new TreeMap<>();
                List<BackendDefinition<?>> plugins = new ArrayList<>();
                for (BackendDefinition<?> plugin : ServiceLoader.load(BackendDefinition.class, loader)) {
                    plugins.add(plugin);
                }
                plugins.sort(Comparator.comparing(plugin -> plugin.getClass().getName()));
                plugins.forEach(plugin -> add(found, plugin));
                found.forEach(byMember::putIfAbsent);
            }
            return new PluginRegistry(byMember);
        }

        private static void add(Map<String, BackendDefinition<?>> byMember, BackendDefinition<?> plugin) {
            BackendDefinition<?> other = byMember.putIfAbsent(plugin.type().member(), plugin);
            if (other != null) {
                throw new IllegalStateException(names(other, plugin) + " both claim the Backend type "
                        + plugin.type().member());
            }
        }
    }
}
