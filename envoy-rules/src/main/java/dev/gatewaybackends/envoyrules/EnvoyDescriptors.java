// Copyright The gateway-backends Authors
// SPDX-License-Identifier: Apache-2.0
package dev.gatewaybackends.envoyrules;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The descriptors of all messages that Envoy configuration may contain: those of the jar on the class path, overlaid with
 * fields and messages that are newer than the jar.
 *
 * <p>Envoy's, xDS' and protobuf's own types are found by their name, without a list; other types must be
 * {@linkplain Builder#add added}. A field that the jar knows is never overlaid. Thread-safe; descriptors are built when they
 * are first asked for.
 */
public final class EnvoyDescriptors {
    private final DescriptorPatches patches = new DescriptorPatches();
    private final Map<String, Descriptor> added;
    private final ConcurrentMap<String, Descriptor> found = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Descriptor> standIns = new ConcurrentHashMap<>();
    private final ConcurrentMap<Class<?>, Descriptor> ofClasses = new ConcurrentHashMap<>();
    private final ConcurrentMap<FileDescriptor, FileDescriptor> overlays = new ConcurrentHashMap<>();

    private EnvoyDescriptors(Map<String, Descriptor> added) {
        this.added = added;
    }

    /** Returns the descriptors of Envoy's own types. */
    public static EnvoyDescriptors create() {
        return builder().build();
    }

    /** Returns a builder that takes more types. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the descriptor of a message.
     *
     * @param name a full name, {@code envoy.config.cluster.v3.Cluster}, or a type URL that ends in one
     * @return null when no such message is known; never throws for a name
     */
    public @Nullable Descriptor find(String name) {
        String fullName = name.substring(name.lastIndexOf('/') + 1);
        Descriptor known = found.get(fullName);
        if (known == null) {
            Descriptor plain = added.get(fullName);
            plain = plain == null ? load(fullName) : plain;
            plain = plain == null ? NewerFiles.find(fullName) : plain;
            known = plain == null ? null : overlay(plain);
            if (known != null) {
                found.put(fullName, known);
            }
        }
        return known;
    }

    /**
     * Returns a stand-in for an unknown message type, so that content packed under its name can be printed: it has
     * one field, the bytes {@code value} with the number 1. The same name always gives the same one.
     *
     * @param name a full name, or a type URL that ends in one
     * @return null when the text cannot be the name of a message
     */
    public @Nullable Descriptor standIn(String name) {
        String fullName = name.substring(name.lastIndexOf('/') + 1);
        Descriptor known = standIns.get(fullName);
        if (known == null) {
            known = buildStandIn(fullName);
            if (known != null) {
                Descriptor other = standIns.putIfAbsent(fullName, known);
                known = other == null ? known : other;
            }
        }
        return known;
    }

    private static @Nullable Descriptor buildStandIn(String fullName) {
        int dot = fullName.lastIndexOf('.');
        FileDescriptorProto.Builder file = FileDescriptorProto.newBuilder()
                .setName(fullName)
                .setSyntax("proto3")
                .setPackage(dot < 0 ? "" : fullName.substring(0, dot))
                .addMessageType(DescriptorProto.newBuilder()
                        .setName(fullName.substring(dot + 1))
                        .addField(FieldDescriptorProto.newBuilder()
                                .setName("value")
                                .setNumber(1)
                                .setLabel(FieldDescriptorProto.Label.LABEL_OPTIONAL)
                                .setType(FieldDescriptorProto.Type.TYPE_BYTES)));
        try {
            return FileDescriptor.buildFrom(file.build(), new FileDescriptor[0])
                    .getMessageTypes()
                    .get(0);
        } catch (DescriptorValidationException e) {
            return null;
        }
    }

    /** Returns the descriptor of a message, newer fields included. */
    public Descriptor of(Message message) {
        Class<?> type = message.getClass();
        if (message instanceof DynamicMessage) {
            return overlay(message.getDescriptorForType());
        }
        Descriptor known = ofClasses.get(type);
        if (known == null) {
            // The message itself would answer only after it has looked up the accessors of all its fields: 40 ms for a
            // cluster.
            Descriptor plain = generated(type);
            known = overlay(plain == null ? message.getDescriptorForType() : plain);
            ofClasses.put(type, known);
        }
        return known;
    }

    /** Returns the descriptor to read messages of a type with: the given one, unless something newer is laid over it. */
    public Descriptor overlay(Descriptor type) {
        FileDescriptor file = type.getFile();
        FileDescriptor overlay = overlay(file);
        return overlay == file ? type : sameMessage(type, overlay);
    }

    /**
     * Reads a message again, so that fields the jar does not know have names.
     *
     * <p>The contents of an Any inside it stay bytes.
     */
    public DynamicMessage toDynamic(Message message) {
        try {
            return DynamicMessage.parseFrom(of(message), message.toByteString());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("a " + of(message).getFullName() + " that cannot be read back", e);
        }
    }

    private FileDescriptor overlay(FileDescriptor file) {
        FileDescriptor known = overlays.get(file);
        if (known != null) {
            return known;
        }
        // Locks, because two overlays of one file would be two unequal types.
        synchronized (overlays) {
            FileDescriptor settled = overlays.get(file);
            if (settled == null) {
                settled = build(file);
                overlays.put(file, settled);
            }
            return settled;
        }
    }

    private FileDescriptor build(FileDescriptor file) {
        List<FileDescriptor> imports = new ArrayList<>();
        boolean changed = false;
        for (FileDescriptor dependency : file.getDependencies()) {
            FileDescriptor overlay = overlay(dependency);
            imports.add(overlay);
            changed |= overlay != dependency;
        }
        if (!changed && !patches.concern(file)) {
            return file;
        }
        FileDescriptorProto.Builder proto = file.toProto().toBuilder();
        patches.apply(file, proto, imports);
        try {
            return FileDescriptor.buildFrom(proto.build(), imports.toArray(new FileDescriptor[0]));
        } catch (DescriptorValidationException e) {
            throw new IllegalStateException("cannot lay newer fields over " + file.getName(), e);
        }
    }

    private static Descriptor sameMessage(Descriptor type, FileDescriptor file) {
        Descriptor parent = type.getContainingType();
        Descriptor same = parent == null
                ? file.findMessageTypeByName(type.getName())
                : sameMessage(parent, file).findNestedTypeByName(type.getName());
        return Objects.requireNonNull(same, type.getFullName());
    }

    private static @Nullable Descriptor load(String fullName) {
        String className = MessageClassName.of(fullName);
        if (className == null) {
            return null;
        }
        try {
            Class<?> type = Class.forName(className, false, EnvoyDescriptors.class.getClassLoader());
            if (!Message.class.isAssignableFrom(type) || Modifier.isAbstract(type.getModifiers())) {
                return null;
            }
            Descriptor descriptor = generated(type);
            return descriptor != null && descriptor.getFullName().equals(fullName) ? descriptor : null;
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    private static @Nullable Descriptor generated(Class<?> type) {
        try {
            Method method = type.getMethod("getDescriptor");
            return Modifier.isStatic(method.getModifiers()) && method.invoke(null) instanceof Descriptor descriptor
                    ? descriptor
                    : null;
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    /** Collects types that are not Envoy's own. */
    public static final class Builder {
        private final Map<String, Descriptor> added = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Adds a message type. It beats one of Envoy's of the same name.
         *
         * @throws IllegalStateException if another type of this name was added
         */
        public Builder add(Descriptor type) {
            Descriptor other = added.putIfAbsent(type.getFullName(), type);
            if (other != null && other != type) {
                throw new IllegalStateException("two descriptors of " + type.getFullName());
            }
            return this;
        }

        /** Returns the descriptors. */
        public EnvoyDescriptors build() {
            return new EnvoyDescriptors(new LinkedHashMap<>(added));
        }
    }
}
