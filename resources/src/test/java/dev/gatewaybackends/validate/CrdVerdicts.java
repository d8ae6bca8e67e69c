// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.validate;

import dev.gatewaybackends.read.ResourceReader;
import dev.gatewaybackends.read.ResourceSet;
import dev.gatewaybackends.schema.Channel;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.schema.ValidationProfile;
import java.util.List;

/** What the CRDs of a kgateway version say of a Backend, for the tests of the plugins on the class path. */
public final class CrdVerdicts {
    private CrdVerdicts() {}

    /** Reads the text as an API server does that has the CRDs of the version. */
    public static ResourceSet read(String text, KgatewayVersion version) {
        return ResourceReader.builder().profile(profile(version)).build().readText(text);
    }

    /** Returns the verdict on the only resource. */
    public static ResourceVerdict verdict(ResourceSet read, KgatewayVersion version) {
        return ResourceValidator.builder()
                .profile(profile(version))
                .build()
                .validate(read)
                .verdicts()
                .get(0);
    }

    /** Returns its errors, each as {@code path: message}, without the remark that rules were not checked. */
    public static List<String> errors(ResourceSet read, KgatewayVersion version) {
        return verdict(read, version).errors().stream()
                .filter(error -> !error.message().contains("rules were not checked"))
                .map(error -> error.path() + ": " + error.message())
                .toList();
    }

    private static ValidationProfile profile(KgatewayVersion version) {
        return ValidationProfile.of(Channel.STANDARD, version);
    }
}
