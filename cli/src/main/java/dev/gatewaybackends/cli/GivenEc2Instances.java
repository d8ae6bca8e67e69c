// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Instance;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Instances;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Inventory;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Listing;
import dev.gatewaybackends.plugins.aws.ec2.Ec2Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The instances of EC2 that the user gives, as a JSON list of {@code {"instanceId", "region", "zone", "privateIp",
 * "publicIp", "tags": {}}}; one without a region is in every region. Not thread-safe.
 */
final class GivenEc2Instances implements Ec2Instances {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> FIELDS = List.of("instanceId", "region", "zone", "privateIp", "publicIp", "tags");

    private @Nullable List<Regional> ofFile;
    private @Nullable List<Regional> given;
    private final Map<String, Ec2Inventory> byRegion = new HashMap<>();

    private record Regional(@Nullable String region, Ec2Instance instance) {}

    /** Takes the instances of a file, unless others are given. */
    void file(String name) {
        ofFile = read(name);
        use(ofFile);
    }

    /** Takes a list, or the file that a text names, from now on; if it is missing, those of {@link #file}. */
    void list(String place, JsonNode value) {
        use(
                value.isMissingNode() || value.isNull()
                        ? ofFile
                        : value.isTextual() ? read(value.textValue()) : parse(place, value));
    }

    private void use(@Nullable List<Regional> instances) {
        given = instances;
        byRegion.clear();
    }

    private static List<Regional> read(String name) {
        try {
            return parse(name, MAPPER.readTree(Files.readString(Path.of(name))));
        } catch (JsonProcessingException e) {
            throw new UsageException(name + ": is not JSON");
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": cannot be read", e);
        }
    }

    private static List<Regional> parse(String place, JsonNode list) {
        if (!list.isArray()) {
            throw new UsageException(place + ": expected a list of instances");
        }
        List<Regional> instances = new ArrayList<>();
        for (JsonNode item : list) {
            instances.add(instance(place + ": instance " + instances.size(), item));
        }
        return instances;
    }

    private static Regional instance(String place, JsonNode item) {
        if (!item.isObject()) {
            throw new UsageException(place + ": expected an object");
        }
        item.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw new UsageException(place + ": unknown field " + name + " (expected: " + FIELDS + ")");
            }
        });
        String id = text(place, item, "instanceId");
        if (id == null) {
            throw new UsageException(place + ": instanceId is missing");
        }
        Map<String, String> tags = new LinkedHashMap<>();
        JsonNode tagged = item.path("tags");
        if (!tagged.isMissingNode() && !tagged.isNull() && !tagged.isObject()) {
            throw new UsageException(place + ": tags is no object");
        }
        tagged.fieldNames().forEachRemaining(key -> {
            String value = text(place + ": tags", tagged, key);
            tags.put(key, value == null ? "" : value);
        });
        return new Regional(
                text(place, item, "region"),
                new Ec2Instance(
                        id,
                        text(place, item, "zone"),
                        text(place, item, "privateIp"),
                        text(place, item, "publicIp"),
                        tags));
    }

    private static @Nullable String text(String place, JsonNode object, String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw new UsageException(place + ": " + name + " is no text");
        }
        return value.textValue().isEmpty() ? null : value.textValue();
    }

    @Override
    public @Nullable Ec2Listing listing(Ec2Scope scope) {
        List<Regional> instances = given;
        return instances == null
                ? null
                : byRegion.computeIfAbsent(
                        scope.region(),
                        region -> Ec2Inventory.of(instances.stream()
                                .filter(one ->
                                        one.region() == null || one.region().equals(region))
                                .map(Regional::instance)
                                .toList()));
    }
}
