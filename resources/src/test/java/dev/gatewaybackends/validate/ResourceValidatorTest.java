// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.queue.QueueDefinition;
import dev.gatewaybackends.backend.PluginRegistry;
import dev.gatewaybackends.diagnostics.Diagnostic;
import dev.gatewaybackends.read.ResourceReader;
import dev.gatewaybackends.schema.Channel;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.schema.ValidationProfile;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceValidatorTest {
    private static final PluginRegistry PLUGINS = PluginRegistry.of(new QueueDefinition());
    private static final ValidationProfile STANDARD = ValidationProfile.of(Channel.STANDARD, KgatewayVersion.MAIN);
    private static final ValidationProfile EXPERIMENTAL =
            ValidationProfile.of(Channel.EXPERIMENTAL, KgatewayVersion.MAIN);

    private static ResourceVerdict verdict(ValidationProfile profile, String text) {
        ResourceReader reader =
                ResourceReader.builder().plugins(PLUGINS).profile(profile).build();
        ResourceValidator validator =
                ResourceValidator.builder().plugins(PLUGINS).profile(profile).build();
        return validator.validate(reader.readText(text, "v.yaml")).verdicts().get(0);
    }

    private static List<String> errors(ValidationProfile profile, String text) {
        return verdict(profile, text).errors().stream()
                .map(error -> error.path() + ": " + error.message())
                .toList();
    }

    private static String route(String spec) {
        return "apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: r}\nspec: " + spec + "\n";
    }

    private static String backend(String spec) {
        return "apiVersion: gateway.kgateway.dev/v1alpha1\nkind: Backend\nmetadata: {name: b}\nspec: " + spec + "\n";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{hostnames: [A.example]} | spec.hostnames[0]: Invalid value: \"A.example\": spec.hostnames[0] in body should "
                        + "match '^(\\*\\.)?[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$'",
                "{rules: []} | spec.rules: Invalid value: 0: spec.rules in body should have at least 1 items",
                "{rules: [{backendRefs: [{port: 80}]}]} | spec.rules[0].backendRefs[0].name: Required value",
                "{rules: [{backendRefs: [{name: a, port: 0}]}]} | spec.rules[0].backendRefs[0].port: Invalid value: 0: "
                        + "spec.rules[0].backendRefs[0].port in body should be greater than or equal to 1",
                "{rules: [{backendRefs: [{name: a, port: 65536}]}]} | spec.rules[0].backendRefs[0].port: Invalid value: "
                        + "65536: spec.rules[0].backendRefs[0].port in body should be less than or equal to 65535",
                "{rules: [{backendRefs: [{name: a}]}]} | spec.rules[0].backendRefs[0]: Invalid value: Must have port for "
                        + "Service reference",
                "{rules: [{matches: [{headers: [{name: a, value: b}, {name: a, value: c}]}]}]} | "
                        + "spec.rules[0].matches[0].headers[1]: Duplicate value",
                "{rules: [{filters: [{type: RequestRedirect}]}]} | spec.rules[0].filters[0]: Invalid value: "
                        + "filter.requestRedirect must be specified for RequestRedirect filter.type",
                "{rules: [{filters: [{type: RequestRedirect, requestRedirect: {statusCode: 300}}]}]} | "
                        + "spec.rules[0].filters[0].requestRedirect.statusCode: Unsupported value: 300: supported "
                        + "values: \"301\", \"302\", \"303\", \"307\", \"308\"",
                "{parentRefs: [{name: ``}]} | spec.parentRefs[0].name: Invalid value: \"\": spec.parentRefs[0].name in body "
                        + "should be at least 1 chars long"
            })
    void brokenConstraint_hasTheApiServersPathAndText(String spec, String expected) {
        assertThat(errors(STANDARD, route(spec.replace("``", "\"\""))))
                .filteredOn(error -> !error.endsWith("correct the existing errors to complete validation"))
                .containsExactly(expected);
    }

    @Test
    void tooLongOrTooMany_blockTheRules_inAnExactProfileOnly() {
        String text = route("{hostnames: [" + "a".repeat(254) + "], rules: [{backendRefs: [{name: a}]}]}");

        assertThat(errors(STANDARD, text))
                .containsExactly(
                        "spec.hostnames[0]: Too long: may not be more than 253 bytes",
                        ": Invalid value: null: some validation rules were not checked because the object was invalid; "
                                + "correct the existing errors to complete validation");
        assertThat(errors(ValidationProfile.LENIENT, text)).anyMatch(error -> error.contains("Must have port"));
        assertThat(errors(STANDARD, route("{hostnames: [" + "a,".repeat(17) + "]}")))
                .anyMatch(error -> error.startsWith("spec.hostnames: Too many: 17: must have at most 16 items"));
    }

    @Test
    void gatewayAddress_ofAnotherFormat_blocksTheRules() {
        String text = "apiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\nmetadata: {name: g}\nspec: "
                + "{gatewayClassName: c, addresses: [{value: web}], listeners: [{name: a, port: 80, protocol: UDP, "
                + "hostname: a.example}]}\n";

        assertThat(errors(STANDARD, text))
                .hasSize(2)
                .anyMatch(error -> error.startsWith("spec.addresses[0].value: Invalid value: \"web\": "))
                .contains(
                        ": Invalid value: null: some validation rules were not checked because the object was invalid; "
                                + "correct the existing errors to complete validation");
    }

    @Test
    void coreKind_thatIsInvalid_hasNoRulesThatCouldBeBlocked() {
        assertThat(errors(STANDARD, "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ntype: 7\n"))
                .containsExactly("type: Invalid value: \"integer\": type in body must be of type string: \"integer\"");
    }

    @Test
    void referenceGrant_thatIsInvalid_hasNoRulesThatCouldBeBlocked() {
        String text = "apiVersion: gateway.networking.k8s.io/v1\nkind: ReferenceGrant\nmetadata: {name: g}\nspec: "
                + "{from: [{group: a, kind: B, namespace: c}]}\n";

        assertThat(errors(STANDARD, text)).containsExactly("spec.to: Required value");
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "web, 1"})
    void xBackendPortName_thatIsNotEmpty_isRefused(String name, int errors) {
        String text =
                "apiVersion: gateway.networking.x-k8s.io/v1alpha1\nkind: XBackend\nmetadata: {name: b}\nspec: {type: "
                        + "ExternalHostname, externalHostname: {hostname: a.example}, port: {port: 80, name: '" + name
                        + "'}}\n";

        assertThat(errors(EXPERIMENTAL, text)).hasSize(errors);
    }

    @Test
    void channel_decidesWhichRulesAndFieldsThereAre() {
        String twoRefs = route("{parentRefs: [{name: g, port: 1}, {name: g, port: 2}]}");
        assertThat(errors(STANDARD, twoRefs)).hasSize(1);
        assertThat(errors(EXPERIMENTAL, twoRefs)).isEmpty();
        assertThat(errors(ValidationProfile.LENIENT, twoRefs)).isEmpty();

        String retry = route("{rules: [{retry: {attempts: 0}}]}");
        assertThat(errors(STANDARD, retry)).isEmpty();
        assertThat(verdict(STANDARD, retry).entry().problems())
                .extracting(problem -> problem.path().toString())
                .containsExactly("spec.rules[0].retry");
        assertThat(errors(EXPERIMENTAL, retry)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "a_b", "-a", "a-", "a..b", "a."})
    void name_thatIsNoSubdomain_isRefused(String name) {
        String text = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: \"" + name + "\"}\n";

        assertThat(errors(STANDARD, text)).singleElement().asString().startsWith("metadata.name: ");
    }

    @Test
    void metadata_thatIsWell_isAccepted() {
        assertThat(errors(STANDARD, "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a.b-c.1}\n"))
                .isEmpty();
        assertThat(errors(STANDARD, "apiVersion: v1\nkind: ConfigMap\nmetadata: {generateName: a-}\n"))
                .isEmpty();
        assertThat(errors(STANDARD, "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: a.b}\n"))
                .singleElement()
                .asString()
                .startsWith("metadata.namespace: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.0  | {}               | spec.type: Required value",
                "2.1  | {type: Static}   | static backend must be specified when type is 'Static'",
                "2.1  | {type: Static}   | exactly one of the fields in [ai aws static dynamicForwardProxy mcp] must be set",
                "2.2  | {}               | exactly one of the fields in [aws static dynamicForwardProxy] must be set",
                "2.3  | {}               | exactly one of the fields in [aws static dynamicForwardProxy gcp] must be set",
                "2.3  | {static: {}}     | no such key: type evaluating rule: ",
                "main | {}               | [aws static dynamicForwardProxy gcp priorityGroups] must be set",
                "main | {aws: {}, gcp: {}} | [aws static dynamicForwardProxy gcp priorityGroups] must be set",
                "main | {type: GCP, aws: {}} | gcp backend must be specified when type is 'GCP'",
                "main | {type: AI, aws: {}} | supported values: \"AWS\", \"DynamicForwardProxy\", \"GCP\", \"PriorityGroups\", \"Static\"",
                "2.0  | {type: AWS, aws: {}, static: {}} | static backend must be nil if the type is not 'static'"
            })
    void backendUnion_inEachVersion_hasThatVersionsRules(String version, String spec, String expected) {
        ValidationProfile profile = ValidationProfile.of(Channel.STANDARD, KgatewayVersion.parse(version));

        assertThat(errors(profile, backend(spec))).anyMatch(error -> error.contains(expected));
    }

    @Test
    void backend_ofATypeWithoutPlugin_isAcceptedButNotUsable() {
        ResourceVerdict verdict = verdict(STANDARD, backend("{static: {hosts: []}}"));

        assertThat(verdict.isAccepted()).isTrue();
        assertThat(verdict.isUsable()).isFalse();
        assertThat(verdict.findings())
                .extracting(Diagnostic::toString)
                .containsExactly("ERROR v.yaml:4:8: Backend default/b: spec.static: no plugin for the Backend type "
                        + "\"static\" is registered (registered: [queue]); the module gateway-backends-plugins-static "
                        + "brings it [UnsupportedBackend]");
    }

    @Test
    void findings_neverCountTowardsTheVerdict() {
        ResourceVerdict verdict =
                verdict(ValidationProfile.LENIENT, backend("{queue: {broker: mq.invalid, port: 80}}"));

        assertThat(verdict.isAccepted()).isTrue();
        assertThat(verdict.errors()).isEmpty();
        assertThat(verdict.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.isError()).isTrue());
    }

    @Test
    void problemOfReading_isNotReportedTwice() {
        ResourceVerdict verdict = verdict(ValidationProfile.LENIENT, backend("{queue: {broker: 7}}"));

        assertThat(verdict.errors()).hasSize(1);
        assertThat(verdict.errors()).isEqualTo(verdict.entry().problems());
    }

    @Test
    void membersOfAnAmbiguousBackend_areAllValidated() {
        assertThat(errors(ValidationProfile.LENIENT, backend("{queue: {broker: UPPER}, static: {}}")))
                .anyMatch(error -> error.startsWith("spec.queue.broker: "))
                .anyMatch(error -> error.contains("found queue and static"));
    }

    @Test
    void bogusStatus_isNoError() {
        assertThat(errors(STANDARD, route("{}") + "status: {parents: [{conditions: 7}], more: 1}\n"))
                .isEmpty();
    }

    @Test
    void errors_comeInDocumentOrderWhateverTheProvidersOrder() {
        StringBuilder rules = new StringBuilder("{hostnames: [_a, _b, _c, _d], rules: [");
        for (int i = 0; i < 10; i++) {
            rules.append("{name: _").append(i).append("},");
        }
        List<Diagnostic> errors =
                verdict(STANDARD, route(rules.append("]}").toString())).errors();

        assertThat(errors).hasSize(14);
        assertThat(errors)
                .isSortedAccordingTo((a, b) ->
                        Integer.compare(a.location().column(), b.location().column()));
    }

    @Test
    void validatorOfTheCaller_isUsed() {
        Validator own = Validation.byProvider(HibernateValidator.class)
                .configure()
                .ignoreXmlConfiguration()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()
                .getValidator();
        ResourceValidator validator =
                ResourceValidator.builder().plugins(PLUGINS).constraints(own).build();
        ResourceReader reader = ResourceReader.builder().plugins(PLUGINS).build();

        ValidationResult result = validator.validate(reader.readText(backend("{queue: {}}")));

        assertThat(result.diagnostics().all())
                .singleElement()
                .satisfies(error -> assertThat(error.path()).hasToString("spec.queue.broker"));
    }

    @Test
    void unknownKinds_areAcceptedAsTheyAre() {
        assertThat(verdict(STANDARD, "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: A}\n")
                        .isUsable())
                .isTrue();
    }
}
