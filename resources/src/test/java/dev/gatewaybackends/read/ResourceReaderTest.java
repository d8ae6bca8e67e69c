// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.read;

import static dev.gatewaybackends.read.Manifests.READER;
import static dev.gatewaybackends.read.Manifests.keys;
import static dev.gatewaybackends.read.Manifests.problems;
import static dev.gatewaybackends.read.Manifests.queue;
import static dev.gatewaybackends.read.Manifests.queueOf;
import static dev.gatewaybackends.read.Manifests.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewaybackends.backend.Backend;
import dev.gatewaybackends.gatewayapi.v1.HttpPathMatch;
import dev.gatewaybackends.gatewayapi.v1.HttpRoute;
import dev.gatewaybackends.gatewayapi.v1.HttpRouteRule;
import dev.gatewaybackends.gatewayapi.v1.HttpRouteSpec;
import dev.gatewaybackends.kubernetes.meta.v1.KubernetesResource;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMeta;
import dev.gatewaybackends.kubernetes.meta.v1.ObjectMetaBuilder;
import dev.gatewaybackends.kubernetes.v1.Secret;
import dev.gatewaybackends.kubernetes.v1.Service;
import dev.gatewaybackends.schema.Channel;
import dev.gatewaybackends.schema.KgatewayVersion;
import dev.gatewaybackends.schema.ResourceKind;
import dev.gatewaybackends.schema.ValidationProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kinds, namespaces and the defaults of the CRDs. */
class ResourceReaderTest {
    private static final String ROUTE =
            "{apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: {name: r}, spec: ";

    private static HttpRouteSpec route(String spec) {
        ResourceSet resources = read(ROUTE + spec + "}");
        assertThat(problems(resources)).isEmpty();
        return resources.all(HttpRoute.class).get(0).spec();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{rules: null}",
                "{rules: [{}]}",
                "{rules: [{matches: null}]}",
                "{rules: [{matches: [{}]}]}",
                "{rules: [{matches: [{path: null}]}]}",
                "{rules: [{matches: [{path: {}}]}]}",
                "{rules: [{matches: [{path: {type: PathPrefix}}]}]}",
                "{rules: [{matches: [{path: {value: /}}]}]}"
            })
    void routeDefaults_anythingLeftOut_matchEveryRequest(String spec) {
        HttpRouteSpec read = route(spec);

        assertThat(read.rules()).containsExactly(HttpRouteRule.of());
        assertThat(read.rules().get(0).matches().get(0).path()).isEqualTo(HttpPathMatch.prefix("/"));
    }

    @Test
    void routeDefaults_references_getGroupKindAndWeight() {
        HttpRouteSpec read =
                route("{parentRefs: [{name: g}], rules: [{backendRefs: [{name: s, port: 80}, {name: t, weight: 0}]}]}");

        assertThat(read.parentRefs().get(0).group()).isEqualTo("gateway.networking.k8s.io");
        assertThat(read.parentRefs().get(0).kind()).isEqualTo("Gateway");
        assertThat(read.rules().get(0).backendRefs())
                .extracting(ref -> ref.group() + "/" + ref.kind() + " " + ref.weight())
                .containsExactly("/Service 1", "/Service 0");
    }

    @Test
    void emptyList_withADefault_staysEmpty() {
        assertThat(route("{rules: []}").rules()).isEmpty();
        assertThat(route("{rules: [{matches: []}]}").rules().get(0).matches()).isEmpty();
        assertThat(queueOf(queue("shards: []")).shards()).isEmpty();
        assertThat(queueOf(queue("{}")).shards()).isNull();
    }

    @Test
    void defaults_insideADefaultedObject_areApplied() {
        QueueBackend.Server server = new QueueBackend.Server("a", 5672, new QueueBackend.Retry(3));

        assertThat(queueOf(
                                queue(
                                        "servers: [{host: a}, {host: a, retry: {}}, {host: a, port: null, retry: {attempts: ~}}]"))
                        .servers())
                .containsExactly(server, server, server);
    }

    @Test
    void defaults_ofAFieldWithAProblem_areNotApplied() {
        ResourceSet resources = read(queue("servers: [{port: x, retry: []}]"));

        assertThat(problems(resources)).hasSize(2);
        assertThat(Manifests.source(resources).servers()).containsExactly(new QueueBackend.Server(null, null, null));
    }

    @Test
    void coreDefaults_leftOut_areApplied() {
        ResourceSet resources =
                read("{apiVersion: v1, kind: Service, metadata: {name: s}, spec: {ports: [{port: 1}]}}\n---\n"
                        + "{apiVersion: v1, kind: Secret, metadata: {name: s}}");

        assertThat(resources.all(Service.class).get(0).spec().type()).isEqualTo("ClusterIP");
        assertThat(resources.all(Service.class).get(0).spec().ports().get(0).protocol())
                .isEqualTo("TCP");
        assertThat(resources.all(Secret.class).get(0).type()).isEqualTo("Opaque");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "status: []; 1",
                "status: {parents: x}; 1",
                "status: {parents: [{nope: 1, conditions: [{type: 1, status: Maybe}, null]}]}; 4",
                "status: {nope: 1}; 1",
                "status: null; 0"
            })
    void status_withProblems_makesNoResourceInvalid(String status, int warnings) {
        ResourceSet resources = read(ROUTE + "{rules: [{nope: 1}]}, " + status + ", other: x}");

        assertThat(resources.diagnostics().errors()).isEmpty();
        assertThat(resources.diagnostics().all()).hasSize(warnings + 2);
        assertThat(resources.all(HttpRoute.class)).hasSize(1);
    }

    @Test
    void status_withProblemsAndASpecWithOthers_keepsThemApart() {
        String text = "status: {conditions: [{type: 1}]}\n" + queue("topic: 1") + "extra: 1\n";

        assertThat(problems(text))
                .extracting(problem -> problem.replaceFirst(": (Invalid|unknown).*", ""))
                .containsExactly(
                        "WARNING text:1:24: Backend ns/q: status.conditions[0].type",
                        "ERROR text:7:5: Backend ns/q: spec.queue.topic",
                        "WARNING text:8:1: Backend ns/q: extra");
    }

    @Test
    void defaultNamespace_absent_isApplied() {
        String text = queue("topic: t").replace(", namespace: ns", "");

        assertThat(read(text).all(Backend.class).get(0).metadata().namespace()).isEqualTo("default");
        assertThat(keys(read(text))).containsExactly("Backend default/q");
        assertThat(keys(READER.readText(text + "---\n" + queue("topic: t"), "x")))
                .containsExactly("Backend default/q", "Backend ns/q");
    }

    @Test
    void defaultNamespace_setOrOff_isObeyed() {
        String text = queue("topic: t").replace(", namespace: ns", ", namespace: null");
        ResourceReader other = ResourceReader.builder()
                .plugins(QueueBackend.PLUGINS)
                .defaultNamespace("other")
                .build();
        ResourceReader off = ResourceReader.builder()
                .plugins(QueueBackend.PLUGINS)
                .defaultNamespace("")
                .build();

        assertThat(keys(other.readText(text))).containsExactly("Backend other/q");
        assertThat(other.readText(text).all(Backend.class).get(0).metadata().namespace())
                .isEqualTo("other");
        assertThat(keys(off.readText(text))).containsExactly("Backend default/q");
        assertThat(off.readText(text).all(Backend.class).get(0).metadata().namespace())
                .isNull();
    }

    @Test
    void emptyNamespace_isAbsent() {
        ResourceSet resources = read(queue("topic: t").replace(", namespace: ns", ", namespace: \"\""));

        assertThat(keys(resources)).containsExactly("Backend default/q");
        assertThat(resources.all(Backend.class).get(0).metadata().namespace()).isEqualTo("default");
    }

    @Test
    void identity_isTheSame_readMappedOrMadeInJava() {
        ResourceSet made =
                ResourceSet.of(Backend.of(ObjectMetaBuilder.builder().name("q").build(), QueueBackend.ofTopic("t")));
        Map<String, Object> map = Map.of(
                "apiVersion", "gateway.kgateway.dev/v1alpha1", "kind", "Backend", "metadata", Map.of("name", "q"));

        assertThat(keys(made))
                .isEqualTo(keys(READER.readMap(map)))
                .isEqualTo(keys(read(queue("topic: t").replace(", namespace: ns", ""))))
                .containsExactly("Backend default/q");
    }

    @Test
    void defaultNamespace_unknownKind_isNotApplied() {
        ResourceSet resources = read("{apiVersion: example.com/v1, kind: Thing, metadata: {name: a}}");

        assertThat(keys(resources)).containsExactly("Thing a");
        assertThat(resources.all(UnrecognizedResource.class))
                .containsExactly(new UnrecognizedResource(
                        "example.com/v1",
                        "Thing",
                        ObjectMetaBuilder.builder().name("a").build()));
    }

    @Test
    void metadata_absentOrOfAnotherType_isEmpty() {
        ResourceSet resources =
                read("{apiVersion: v1, kind: Secret}\n---\n{apiVersion: v1, kind: Secret, metadata: x}\n---\n"
                        + "{apiVersion: example.com/v1, kind: Thing, metadata: [1]}");

        assertThat(keys(resources)).containsExactly("Secret default/", "Secret default/", "Thing ");
        assertThat(problems(resources))
                .hasSize(1)
                .first()
                .asString()
                .contains("text:3:32: Secret default/: metadata: ");
        assertThat(resources.all(Secret.class))
                .allMatch(secret -> "default".equals(secret.metadata().namespace()));
    }

    @Test
    void unknownKind_anyContent_passesThroughUntouched() {
        String text = """
                apiVersion: example.com/v1
                kind: Thing
                metadata: {name: a, labels: {n: 1}, nope: [null]}
                spec: {a: null, b: [1, {c: 1.5, d: ~}, yes], e: {}, f: [], "80": "80", g: "1e3"}
                status: x
                """;
        ResourceSet resources = read(text);
        ResourceCodec codec = ResourceCodec.of(QueueBackend.PLUGINS);

        assertThat(problems(resources)).isEmpty();
        assertThat(codec.toMap(read(codec.toYaml(resources)).entries().get(0)))
                .isEqualTo(codec.toMap(resources.entries().get(0)))
                .hasToString("{apiVersion=example.com/v1, kind=Thing, metadata={name=a, labels={n=1}, nope=[null]},"
                        + " spec={a=null, b=[1, {c=1.5, d=null}, true], e={}, f=[], 80=80, g=1e3}, status=x}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "gateway.kgateway.dev/v1; Backend; ERROR text:1:2: Backend a: apiVersion: Unsupported value:"
                        + " \"gateway.kgateway.dev/v1\": supported values: \"gateway.kgateway.dev/v1alpha1\" [NotSupported]",
                "gateway.networking.k8s.io/v1alpha2; HTTPRoute; ERROR text:1:2: HTTPRoute a: apiVersion: Unsupported value:"
                        + " \"gateway.networking.k8s.io/v1alpha2\": supported values: \"gateway.networking.k8s.io/v1\","
                        + " \"gateway.networking.k8s.io/v1beta1\" [NotSupported]",
                "gateway.kgateway.dev/v1alpha1; Backends; ERROR text:1:45: Backends a: kind: there is no kind \"Backends\" in"
                        + " the group gateway.kgateway.dev [NotSupported]",
                "gateway.networking.k8s.io/v1; HttpRoute; ERROR text:1:44: HttpRoute a: kind: there is no kind"
                        + " \"HttpRoute\" in the group gateway.networking.k8s.io [NotSupported]"
            })
    void kind_wrongVersionOrMisspelt_isAnErrorAndUnrecognized(String apiVersion, String kind, String problem) {
        ResourceSet resources = read("{apiVersion: " + apiVersion + ", kind: " + kind + ", metadata: {name: a}}");

        assertThat(problems(resources)).hasSize(1);
        assertThat(problems(resources).get(0).replace("default/", "")).isEqualTo(problem);
        assertThat(resources.all(UnrecognizedResource.class)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TrafficPolicy", "BackendConfigPolicy", "GatewayParameters"})
    void kind_ofAKnownGroupThatOthersRead_passesThrough(String kind) {
        ResourceSet resources = read(
                "{apiVersion: gateway.kgateway.dev/v1alpha1, kind: " + kind + ", metadata: {name: a}, spec: {x: 1}}");

        assertThat(problems(resources)).isEmpty();
        assertThat(resources.all(UnrecognizedResource.class)).hasSize(1);
    }

    @Test
    void kind_addedToTheReader_isRead() {
        ResourceReader reader = ResourceReader.builder()
                .plugins(QueueBackend.PLUGINS)
                .kind(ResourceKind.namespaced("example.com", "Topic", Topic.class, "v1", "v1beta1"))
                .build();

        ResourceSet resources =
                reader.readText("{apiVersion: example.com/v1beta1, kind: Topic, metadata: {name: t}, partitions: 3}");

        assertThat(problems(resources)).isEmpty();
        assertThat(resources.all(Topic.class)).containsExactly(new Topic(ObjectMeta.of("default", "t"), 3));
    }

    /** A kind of another group. */
    record Topic(ObjectMeta metadata, Integer partitions) implements KubernetesResource {
        @Override
        public String apiVersion() {
            return "example.com/v1";
        }

        @Override
        public String kind() {
            return "Topic";
        }
    }

    @Test
    void profile_standardChannel_doesNotKnowExperimentalFields() {
        String text = ROUTE + "{useDefaultGateways: All, rules: [{retry: {attempts: 1}}]}}";
        ResourceReader standard = ResourceReader.builder()
                .plugins(QueueBackend.PLUGINS)
                .profile(ValidationProfile.of(Channel.STANDARD, KgatewayVersion.MAIN))
                .build();
        ResourceReader experimental = ResourceReader.builder()
                .plugins(QueueBackend.PLUGINS)
                .profile(ValidationProfile.of(Channel.EXPERIMENTAL, KgatewayVersion.MAIN))
                .build();

        assertThat(standard.readText(text).diagnostics().warnings())
                .extracting(d -> d.path() + " " + d.reason())
                .containsExactly("spec.useDefaultGateways UnknownField", "spec.rules[0].retry UnknownField");
        assertThat(standard.readText(text).all(HttpRoute.class).get(0).spec().useDefaultGateways())
                .isNull();
        assertThat(experimental.readText(text).diagnostics()).isEmpty();
        assertThat(read(text).diagnostics()).isEmpty();
    }

    @Test
    void resourceSet_joined_keepsOrderAndDiagnostics() {
        ResourceSet first = read(queue("topic: 1"));
        ResourceSet second =
                ResourceSet.of(read(queue("topic: t")).all(Backend.class).get(0));

        ResourceSet both = first.and(second);

        assertThat(both.entries()).hasSize(2);
        assertThat(both.diagnostics().all()).isEqualTo(first.diagnostics().all());
        assertThat(both).hasToString("[Backend ns/q, Backend ns/q]");
        assertThat(both.all(KubernetesResource.class)).hasSize(2);
        assertThat(both.all(Secret.class)).isEmpty();
        assertThat(ResourceSet.of(List.of()).entries()).isEmpty();
    }

    @Test
    void readMap_withProblems_reportsThemWithoutPlace() {
        ResourceSet resources = READER.readMap(java.util.Map.of("apiVersion", "v1", "kind", "Secret", "metadata", 1));

        assertThat(problems(resources))
                .containsExactly(
                        "ERROR Secret default/: metadata: Invalid value: \"integer\": metadata in body must be of"
                                + " type object: \"integer\" [TypeInvalid]");
    }
}
