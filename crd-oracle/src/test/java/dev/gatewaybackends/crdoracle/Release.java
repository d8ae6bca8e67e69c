// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.crdoracle;

import dev.gatewaybackends.schema.Channel;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.schema.ValidationProfile;

/** A set of CRDs that are installed together, and what we call it. */
enum Release {
    STANDARD("gateway-api/standard", Channel.STANDARD, KgatewayVersion.MAIN),
    EXPERIMENTAL("gateway-api/experimental", Channel.EXPERIMENTAL, KgatewayVersion.MAIN),
    KGATEWAY_2_1("kgateway/2.1", Channel.STANDARD, KgatewayVersion.V2_1),
    KGATEWAY_MAIN("kgateway/main", Channel.STANDARD, KgatewayVersion.MAIN);

    private final String directory;
    private final Channel channel;
    private final KgatewayVersion version;

    Release(String directory, Channel channel, KgatewayVersion version) {
        this.directory = directory;
        this.channel = channel;
        this.version = version;
    }

    /** Returns where its files are in the directory of CRDs. */
    String directory() {
        return directory;
    }

    ValidationProfile profile() {
        return ValidationProfile.of(channel, version);
    }

    boolean isKgateway() {
        return directory.startsWith("kgateway");
    }

    /** Returns whether we validate the kind. */
    boolean compares(String kind) {
        return !isKgateway() || kind.equals("Backend");
    }
}
