// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.cli;

import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.json.ResultJson;
import dev.gatewaybackends.plugins.aws.AwsPlugin;
import dev.gatewaybackends.plugins.aws.AwsSettings;
import dev.gatewaybackends.plugins.aws.signing.AwsCredentials;
import dev.gatewaybackends.read.ResourceReader;
import dev.gatewaybackends.read.ResourceSet;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.settings.CoreSettings;
import dev.gatewaybackends.settings.DnsLookupFamily;
import dev.gatewaybackends.settings.ReferenceGrantMode;
import dev.gatewaybackends.settings.Setting;
import dev.gatewaybackends.settings.TranslationProfile;
import dev.gatewaybackends.settings.TranslationSettings;
import dev.gatewaybackends.translate.BackendTranslator;
import dev.gatewaybackends.translate.TranslationResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gwb translate}. */
@Command(
        name = "translate",
        description = "Prints the Envoy configuration of the Backends and routes in the given manifests.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class TranslateCommand implements Callable<Integer> {
    enum Output {
        YAML,
        JSON,
        BOOTSTRAP;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum Profile {
        SECURE,
        KGATEWAY;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Gwb.Streams streams;
    private final GivenEc2Instances ec2 = new GivenEc2Instances();
    private final PluginRegistry plugins =
            PluginRegistry.builder().discover().add(new AwsPlugin(ec2)).build();

    @Parameters(paramLabel = "FILE|DIR|-", description = "Manifests; - or nothing is standard input.")
    private List<String> inputs = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "yaml (one document for each Envoy resource), json (one object with everything, diagnostics "
                    + "included) or bootstrap (a complete configuration for `envoy -c`). Default: ${DEFAULT-VALUE}.")
    private Output output = Output.YAML;

    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            description = "secure, or kgateway: the same as kgateway's own output. Default: ${DEFAULT-VALUE}.")
    private Profile profile = Profile.SECURE;

    @Option(
            names = "--kgateway-version",
            paramLabel = "VERSION",
            description = "2.1, 2.2, 2.3, 2.4 or main, for the kgateway profile. Default: ${DEFAULT-VALUE}.")
    private String kgatewayVersion = KgatewayVersion.MAIN.toString();

    @Option(
            names = "--default-namespace",
            paramLabel = "NAME",
            description = "The namespace of resources that name none. Default: ${DEFAULT-VALUE}.")
    private String defaultNamespace = "default";

    @Option(
            names = "--dns-lookup-family",
            paramLabel = "FAMILY",
            description = "${COMPLETION-CANDIDATES}. Default: V4_PREFERRED.")
    private @Nullable DnsLookupFamily dnsLookupFamily;

    @Option(
            names = "--reference-grant-mode",
            paramLabel = "MODE",
            description = "Which references across namespaces need a ReferenceGrant: strict, permissive or off.")
    private @Nullable ReferenceGrantMode referenceGrantMode;

    @Option(names = "--enable-ec2", description = "Translates EC2 Backends; else they are refused.")
    private boolean enableEc2;

    @Option(
            names = "--ec2-instances",
            paramLabel = "FILE",
            description = "The running instances: a JSON list of {\"instanceId\", \"region\", \"zone\", \"privateIp\", "
                    + "\"publicIp\", \"tags\": {}}; one without region is in every region.")
    private @Nullable String ec2Instances;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Changes one setting; docs/settings.md lists them. May be repeated.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            description = "Where the listener of the bootstrap listens. Default: ${DEFAULT-VALUE}.")
    private String listen = "127.0.0.1:10000";

    @Option(names = "--show-secrets", description = "Prints credentials instead of hiding them.")
    private boolean showSecrets;

    @Option(
            names = "--jsonl",
            description =
                    "Reads one {\"id\", \"manifests\", \"settings\"} a line and prints one {\"id\", ...} with the object "
                            + "of -o json for each.")
    private boolean jsonl;

    TranslateCommand(Gwb.Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        TranslationSettings chosen = settings();
        if (ec2Instances != null) {
            ec2.file(ec2Instances);
        }
        if (jsonl) {
            return new TranslateLines(streams, plugins, ec2, defaultNamespace, showSecrets).run(chosen, inputs);
        }
        ResourceReader reader = ResourceReader.builder()
                .plugins(plugins)
                .defaultNamespace(defaultNamespace)
                .build();
        ResourceSet resources = Inputs.read(reader, inputs, streams.in());
        TranslationResult result = BackendTranslator.builder()
                .plugins(plugins)
                .settings(chosen)
                .build()
                .translate(resources);
        DiagnosticsPrinter diagnostics = new DiagnosticsPrinter(streams.err(), streams.colour());
        boolean errors = result.diagnostics().hasErrors();
        switch (output) {
            case JSON -> streams.out().println(JsonText.pretty(new ResultJson(showSecrets).of(result)));
            case YAML -> {
                streams.out().print(new YamlOutput(showSecrets).of(result));
                diagnostics.print(result.diagnostics());
            }
            case BOOTSTRAP -> {
                BootstrapOutput bootstrap =
                        BootstrapOutput.of(resources, result, ListenAddress.parse(listen), showSecrets);
                streams.out().print(bootstrap.yaml(showSecrets));
                diagnostics.print(result.diagnostics());
                diagnostics.print(bootstrap.diagnostics());
                errors |= bootstrap.diagnostics().hasErrors();
                if (!showSecrets
                        && result.diagnostics().warnings().stream()
                                .anyMatch(found -> found.reason().equals(AwsCredentials.CREDENTIAL_IN_CLUSTER))) {
                    streams.err()
                            .println("gwb: keys are hidden, so their clusters cannot sign; --show-secrets prints them");
                }
            }
        }
        return errors ? Gwb.ERRORS : Gwb.OK;
    }

    private TranslationSettings settings() {
        TranslationSettings.Builder builder = TranslationSettings.builder();
        if (profile == Profile.KGATEWAY) {
            try {
                builder.profile(TranslationProfile.kgateway(KgatewayVersion.parse(kgatewayVersion)
                        .orElseThrow(() -> new IllegalArgumentException("'" + kgatewayVersion
                                + "' is not a kgateway version (expected: 2.1, 2.2, 2.3, 2.4, main)"))));
            } catch (IllegalArgumentException e) {
                throw new UsageException("--kgateway-version: " + e.getMessage());
            }
        }
        if (dnsLookupFamily != null) {
            builder.set(CoreSettings.DNS_LOOKUP_FAMILY, dnsLookupFamily);
        }
        if (referenceGrantMode != null) {
            builder.set(CoreSettings.REFERENCE_GRANT_MODE, referenceGrantMode);
        }
        if (enableEc2) {
            builder.set(AwsSettings.EC2_ENABLED, true);
        }
        settings.forEach((key, value) -> {
            Setting<?> setting = plugins.setting(key);
            if (setting == null) {
                throw new UsageException(
                        "--set: there is no setting " + key + " (expected one of: " + plugins.settings() + ")");
            }
            try {
                builder.parse(setting, value);
            } catch (IllegalArgumentException e) {
                throw new UsageException("--set: " + e.getMessage());
            }
        });
        return builder.build();
    }
}
