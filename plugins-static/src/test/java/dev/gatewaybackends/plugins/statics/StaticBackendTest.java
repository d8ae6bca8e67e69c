// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.plugins.statics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StaticBackendTest {
    private static final Host FIRST = Host.of("192.0.2.10", 8080);
    private static final Host SECOND = Host.of("parcels.example.net", 443);

    @Test
    void of_hosts_speakHttp1InTheGivenOrder() {
        StaticBackend backend = StaticBackend.of(SECOND, FIRST);

        assertThat(backend.hosts()).containsExactly(SECOND, FIRST);
        assertThat(backend.appProtocol()).isNull();
    }

    @Test
    void hosts_listChangedAfterwards_stayTheSame() {
        List<Host> hosts = new ArrayList<>(List.of(FIRST));
        Host[] array = {FIRST};
        StaticBackend built = StaticBackendBuilder.builder().hosts(hosts).build();
        StaticBackend made = StaticBackend.of(array);

        hosts.add(SECOND);
        array[0] = SECOND;

        assertThat(built.hosts()).containsExactly(FIRST);
        assertThat(made.hosts()).containsExactly(FIRST);
    }

    @Test
    void hosts_returned_cannotBeChanged() {
        List<Host> one = StaticBackend.of(FIRST).hosts();
        List<Host> two = StaticBackend.of(FIRST, SECOND).hosts();

        assertThatThrownBy(() -> one.set(0, SECOND)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> two.add(FIRST)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void builder_fromBackend_changesOnlyWhatIsSet() {
        StaticBackend backend = StaticBackend.of(FIRST);

        StaticBackend changed = StaticBackendBuilder.builder(backend)
                .appProtocol(AppProtocol.GRPC)
                .build();

        assertThat(changed.hosts()).isEqualTo(backend.hosts());
        assertThat(changed.appProtocol()).isEqualTo(AppProtocol.GRPC);
        assertThat(backend.appProtocol()).isNull();
    }

    @Test
    void hostBuilder_everyField_equalsFactory() {
        Host built = HostBuilder.builder().host("192.0.2.10").port(8080).build();
        Host moved = HostBuilder.builder(built).port(9090).build();

        assertThat(built).isEqualTo(FIRST);
        assertThat(moved).isEqualTo(Host.of("192.0.2.10", 9090)).isNotEqualTo(built);
    }
}
