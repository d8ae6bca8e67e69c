// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.queue.QueueBackend;
import com.example.queue.QueueDefinition;
import dev.gatewaybackends.backend.mcp.McpDefinition;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.Setting;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginRegistryTest {
    /** Claims the same member with another record. */
    public static final class OtherQueueDefinition implements BackendDefinition<OtherQueueDefinition.OtherQueue> {
        record OtherQueue() implements BackendSource {}

        @Override
        public BackendType<OtherQueue> type() {
            return BackendType.of("queue", OtherQueue.class);
        }
    }

    /** Brings a setting of the core. */
    private static final class GreedyDefinition implements BackendDefinition<GreedyDefinition.Greedy> {
        record Greedy() implements BackendSource {}

        @Override
        public BackendType<Greedy> type() {
            return BackendType.of("greedy", Greedy.class);
        }

        @Override
        public List<Setting<?>> settings() {
            return List.of(CoreSettings.EMPTY_METADATA);
        }
    }

    @TempDir
    private Path folder;

    private ClassLoader services(Class<?>... plugins) throws IOException {
        Path file = folder.resolve("META-INF/services/" + BackendDefinition.class.getName());
        Files.createDirectories(file.getParent());
        StringBuilder lines = new StringBuilder();
        for (Class<?> plugin : plugins) {
            lines.append(plugin.getName()).append('\n');
        }
        Files.writeString(file, lines.toString());
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
    }

    @Test
    void discovery_findsPluginsOfTheClassLoader() throws IOException {
        PluginRegistry registry = PluginRegistry.builder()
                .discover(services(QueueDefinition.class))
                .build();

        assertThat(registry.plugins()).hasOnlyElementsOfTypes(QueueDefinition.class, McpDefinition.class);
        assertThat(registry.find(new QueueBackend("x", 1))).isInstanceOf(QueueDefinition.class);
        assertThat(registry.find("queue")).isInstanceOf(QueueDefinition.class);
        assertThat(registry.setting("queue.upgrade")).isSameAs(QueueDefinition.UPGRADE);
    }

    @Test
    void twoDiscoveredPlugins_forOneType_failFastWithBothNames() throws IOException {
        PluginRegistry.Builder builder =
                PluginRegistry.builder().discover(services(QueueDefinition.class, OtherQueueDefinition.class));

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(QueueDefinition.class.getName())
                .hasMessageContaining(OtherQueueDefinition.class.getName());
    }

    @Test
    void explicitPlugin_beatsADiscoveredOne() throws IOException {
        PluginRegistry registry = PluginRegistry.builder()
                .discover(services(QueueDefinition.class))
                .add(new OtherQueueDefinition())
                .build();

        assertThat(registry.plugins()).hasOnlyElementsOfTypes(OtherQueueDefinition.class, McpDefinition.class);
        assertThat(registry.find(new QueueBackend("x", 1))).isNull();
    }

    @Test
    void twoExplicitPlugins_forOneType_failFast() {
        PluginRegistry.Builder builder =
                PluginRegistry.builder().add(new QueueDefinition()).add(new OtherQueueDefinition());

        assertThatThrownBy(builder::build).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void setting_thatIsThereAlready_failsFastWithThePluginsName() {
        PluginRegistry.Builder builder = PluginRegistry.builder().add(new GreedyDefinition());

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("GreedyDefinition")
                .hasMessageContaining("core.empty-metadata");
    }

    @Test
    void settings_ofAllOwners_areSortedByKey() {
        PluginRegistry registry =
                PluginRegistry.builder().add(new QueueDefinition()).build();

        assertThat(registry.settings())
                .extracting(Setting::key)
                .isSorted()
                .contains("queue.upgrade", "core.upstream-trust");
        assertThat(registry.setting("no.such")).isNull();
    }
}
