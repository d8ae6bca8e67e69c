// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.queue.QueueBackend;
import com.example.queue.QueuePlugin;
import dev.gatewaybackends.backend.BackendSource;
import dev.gatewaybackends.backend.BackendType;
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
    public static final class OtherQueuePlugin implements BackendPlugin<OtherQueuePlugin.OtherQueue> {
        record OtherQueue() implements BackendSource {}

        @Override
        public BackendType<OtherQueue> type() {
            return BackendType.of("queue", OtherQueue.class);
        }

        @Override
        public BackendTranslation translate(OtherQueue source, TranslationContext context) {
            return BackendTranslation.of(context.newCluster().build());
        }
    }

    /** Brings a setting of the core. */
    private static final class GreedyPlugin implements BackendPlugin<GreedyPlugin.Greedy> {
        record Greedy() implements BackendSource {}

        @Override
        public BackendType<Greedy> type() {
            return BackendType.of("greedy", Greedy.class);
        }

        @Override
        public List<Setting<?>> settings() {
            return List.of(CoreSettings.EMPTY_METADATA);
        }

        @Override
        public BackendTranslation translate(Greedy source, TranslationContext context) {
            return BackendTranslation.rejected();
        }
    }

    @TempDir
    private Path folder;

    private ClassLoader services(Class<?>... plugins) throws IOException {
        Path file = folder.resolve("META-INF/services/" + BackendPlugin.class.getName());
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
        PluginRegistry registry =
                PluginRegistry.builder().discover(services(QueuePlugin.class)).build();

        assertThat(registry.plugins()).hasOnlyElementsOfType(QueuePlugin.class);
        assertThat(registry.find(new QueueBackend("x", 1))).isInstanceOf(QueuePlugin.class);
        assertThat(registry.types().find("queue")).isSameAs(QueuePlugin.TYPE);
        assertThat(registry.setting("queue.upgrade")).isSameAs(QueuePlugin.UPGRADE);
    }

    @Test
    void twoDiscoveredPlugins_forOneType_failFastWithBothNames() throws IOException {
        PluginRegistry.Builder builder =
                PluginRegistry.builder().discover(services(QueuePlugin.class, OtherQueuePlugin.class));

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(QueuePlugin.class.getName())
                .hasMessageContaining(OtherQueuePlugin.class.getName());
    }

    @Test
    void explicitPlugin_beatsADiscoveredOne() throws IOException {
        PluginRegistry registry = PluginRegistry.builder()
                .discover(services(QueuePlugin.class))
                .add(new OtherQueuePlugin())
                .build();

        assertThat(registry.plugins()).hasOnlyElementsOfType(OtherQueuePlugin.class);
        assertThat(registry.find(new QueueBackend("x", 1))).isNull();
    }

    @Test
    void twoExplicitPlugins_forOneType_failFast() {
        PluginRegistry.Builder builder =
                PluginRegistry.builder().add(new QueuePlugin()).add(new OtherQueuePlugin());

        assertThatThrownBy(builder::build).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void setting_thatIsThereAlready_failsFastWithThePluginsName() {
        PluginRegistry.Builder builder = PluginRegistry.builder().add(new GreedyPlugin());

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("GreedyPlugin")
                .hasMessageContaining("core.empty-metadata");
    }

    @Test
    void settings_ofAllOwners_areSortedByKey() {
        PluginRegistry registry =
                PluginRegistry.builder().add(new QueuePlugin()).build();

        assertThat(registry.settings())
                .extracting(Setting::key)
                .isSorted()
                .contains("queue.upgrade", "core.upstream-trust");
        assertThat(registry.setting("no.such")).isNull();
    }
}
