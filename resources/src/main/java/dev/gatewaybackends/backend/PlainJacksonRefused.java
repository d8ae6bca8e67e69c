// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.backend;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;

/** Keeps a plain {@code ObjectMapper} from reading and writing what it cannot: it does not know the plugins. */
final class PlainJacksonRefused {
    private static final String MESSAGE =
            "Backend.spec is an open union that only dev.gatewaybackends.read.ResourceCodec can read and write";

    private PlainJacksonRefused() {}

    /** Refuses to read. */
    static final class Deserializer extends JsonDeserializer<BackendSpec> {
        @Override
        public BackendSpec deserialize(JsonParser parser, DeserializationContext context) throws JsonMappingException {
            throw JsonMappingException.from(parser, MESSAGE);
        }
    }

    /** Refuses to write. */
    static final class Serializer extends JsonSerializer<BackendSpec> {
        @Override
        public void serialize(BackendSpec spec, JsonGenerator generator, SerializerProvider serializers)
                throws JsonMappingException {
            throw JsonMappingException.from(generator, MESSAGE);
        }
    }
}
