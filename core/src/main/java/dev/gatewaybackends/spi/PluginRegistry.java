// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.spi;

import dev.gatewaybackends.backend.BackendDefinition;
import dev.gatewaybackends.backend.BackendSource;
import dev.gatewaybackends.backend.BackendTypes;
import dev.gatewaybackends.backend.mcp.McpDefinition;
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

/** The plugins of a translation, one for each Backend type, ordered by the name of their member. Immutable. */
public final class PluginRegistry {
    private static final BackendDefinition<?> UNTRANSLATED = new McpDefinition();

    private final Map<String, BackendPlugin<?>> byMember;
    private final Map<Class<?>, BackendPlugin<?>> byClass = new LinkedHashMap<>();
    private final Map<String, Setting<?>> settings = new TreeMap<>();
    private final List<BackendDefinition<?>> definitions;
    private final BackendTypes types;

    private PluginRegistry(Map<String, BackendPlugin<?>> byMember) {
        this.byMember = byMember;
        CoreSettings.all().forEach(setting -> settings.put(setting.key(), setting));
        for (BackendPlugin<?> plugin : byMember.values()) {
            BackendPlugin<?> other = byClass.putIfAbsent(plugin.type().sourceClass(), plugin);
            if (other != null) {
                throw new IllegalStateException(names(other, plugin) + " both translate "
                        + plugin.type().sourceClass().getName());
            }
            for (Setting<?> setting : plugin.settings()) {
                if (settings.putIfAbsent(setting.key(), setting) != null) {
                    throw new IllegalStateException(
                            plugin.getClass().getName() + " brings a setting that is there already: " + setting.key());
                }
            }
        }
        this.definitions = withUntranslated(byMember);
        this.types = BackendTypes.of(
                definitions.stream().map(BackendDefinition::type).toList());
    }

    /**
     * Returns the plugins that the context class loader of this thread finds.
     *
     * @throws IllegalStateException if two of them translate one type; names both
     */
    public static PluginRegistry discover() {
        return builder().discover().build();
    }

    /** Returns a builder without plugins. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the plugins. */
    public List<BackendPlugin<?>> plugins() {
        return List.copyOf(byMember.values());
    }

    /**
     * Returns the plugins as reading and validation see them, and after them the types that are read and validated, but
     * never translated.
     */
    public List<BackendDefinition<?>> definitions() {
        return definitions;
    }

    private static List<BackendDefinition<?>> withUntranslated(Map<String, BackendPlugin<?>> byMember) {
        List<BackendDefinition<?>> all = new ArrayList<>(byMember.values());
        if (!byMember.containsKey(UNTRANSLATED.type().member())) {
            all.add(UNTRANSLATED);
        }
        return List.copyOf(all);
    }

    /** Returns the Backend types. */
    public BackendTypes types() {
        return types;
    }

    /** Returns the plugin of a source; null if none is registered for its class. */
    @SuppressWarnings("unchecked") // The map is keyed by the class that the plugin declares.
    public <S extends BackendSource> @Nullable BackendPlugin<S> find(S source) {
        return (BackendPlugin<S>) byClass.get(source.getClass());
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
        private final List<BackendPlugin<?>> explicit = new ArrayList<>();
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
        public Builder add(BackendPlugin<?> plugin) {
            explicit.add(Objects.requireNonNull(plugin, "plugin"));
            return this;
        }

        /**
         * Returns the registry.
         *
         * @throws IllegalStateException if two plugins translate one type and neither is explicit, or both are
         */
        public PluginRegistry build() {
            Map<String, BackendPlugin<?>> byMember = new TreeMap<>();
            explicit.forEach(plugin -> add(byMember, plugin));
            if (discover) {
                Map<String, BackendPlugin<?>> found = new TreeMap<>();
                List<BackendPlugin<?>> plugins = new ArrayList<>();
                for (BackendPlugin<?> plugin : ServiceLoader.load(BackendPlugin.class, loader)) {
                    plugins.add(plugin);
                }
                plugins.sort(Comparator.comparing(plugin -> plugin.getClass().getName()));
                plugins.forEach(plugin -> add(found, plugin));
                found.forEach(byMember::putIfAbsent);
            }
            return new PluginRegistry(byMember);
        }

        private static void add(Map<String, BackendPlugin<?>> byMember, BackendPlugin<?> plugin) {
            BackendPlugin<?> other = byMember.putIfAbsent(plugin.type().member(), plugin);
            if (other != null) {
                throw new IllegalStateException(names(other, plugin) + " both translate the Backend type "
                        + plugin.type().member());
            }
        }
    }
}
