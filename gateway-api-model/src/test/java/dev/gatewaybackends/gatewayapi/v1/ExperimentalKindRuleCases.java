// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.gatewayapi.v1;

import static dev.gatewaybackends.gatewayapi.v1.RuleCase.Channels.BOTH;

import dev.gatewaybackends.gatewayapi.x.v1alpha1.BudgetDetails;
import dev.gatewaybackends.gatewayapi.x.v1alpha1.RequestRate;
import dev.gatewaybackends.gatewayapi.x.v1alpha1.XBackendExternalHostname;
import dev.gatewaybackends.gatewayapi.x.v1alpha1.XBackendPort;
import dev.gatewaybackends.gatewayapi.x.v1alpha1.XBackendSpec;
import dev.gatewaybackends.gatewayapi.x.v1alpha1.XBackendTls;
import dev.gatewaybackends.gatewayapi.x.v1alpha1.XBackendTlsMode;
import dev.gatewaybackends.gatewayapi.x.v1alpha1.XBackendType;
import java.util.stream.Stream;

/** The CEL rules of XBackend and XBackendTrafficPolicy. Only one channel has the kinds, so their rules need no group. */
final class ExperimentalKindRuleCases {
    private static final XBackendPort PORT = new XBackendPort(443, null);
    private static final XBackendExternalHostname HOST = new XBackendExternalHostname("api.example");

    private ExperimentalKindRuleCases() {}

    static Stream<RuleCase> backend() {
        SecretObjectReference certificate = SecretObjectReference.of("client");
        return Stream.concat(
                PolicyRuleCases.validationCases(),
                Stream.of(
                        new RuleCase(
                                BOTH,
                                "externalHostname must be set when type is ExternalHostname and must be unset otherwise",
                                new XBackendSpec(XBackendType.EXTERNAL_HOSTNAME, PORT, HOST, null, null),
                                new XBackendSpec(XBackendType.EXTERNAL_HOSTNAME, PORT, null, null, null),
                                ""),
                        new RuleCase(
                                BOTH,
                                "hostname must not be an IP address or end with .cluster.local",
                                new XBackendExternalHostname("192.0.2.1"),
                                new XBackendExternalHostname("a.svc.cluster.local"),
                                "hostname"),
                        new RuleCase(
                                BOTH,
                                "Name must be a valid DNS label",
                                new XBackendPort(443, ""),
                                new XBackendPort(443, "https"),
                                "name"),
                        new RuleCase(
                                BOTH,
                                "clientCertificateRef must be set if and only if mode is ClientAndServer",
                                new XBackendTls(XBackendTlsMode.CLIENT_AND_SERVER, certificate, null),
                                new XBackendTls(XBackendTlsMode.SERVER_ONLY, certificate, null),
                                "")));
    }

    static Stream<RuleCase> trafficPolicy() {
        String budget = "interval cannot be greater than one hour or less than one second";
        String rate = "interval cannot be greater than one hour";
        return Stream.concat(
                SessionRuleCases.all().stream(),
                Stream.of(
                        new RuleCase(BOTH, budget, budget("60m"), budget("1h1ms"), "interval"),
                        new RuleCase(BOTH, budget, budget("1s"), budget("999ms"), "interval"),
                        new RuleCase(BOTH, rate, rate("1ms"), rate("3601s"), "interval"),
                        new RuleCase(BOTH, rate, rate("1h"), rate("0s"), "interval")));
    }

    private static BudgetDetails budget(String interval) {
        return new BudgetDetails(null, interval);
    }

    private static RequestRate rate(String interval) {
        return new RequestRate(1, interval);
    }
}
