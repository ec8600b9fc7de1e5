package dev.penstock.tables.aws.simulator;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an account holds beside its users. */
final class Holdings {
    private static final Instant BEFORE_ALL = Instant.parse("2015-02-06T18:39:46Z");

    final Named<IamGroup> groups = new Named<>(IamGroup::name, IamGroup::path);
    final Named<IamRole> roles = new Named<>(IamRole::name, IamRole::path);
    final Named<ManagedPolicy> policies = new Named<>(ManagedPolicy::arn, ManagedPolicy::path);
    final Named<InstanceProfile> instanceProfiles = new Named<>(InstanceProfile::name, InstanceProfile::path);
    final Named<ServerCertificate> serverCertificates = new Named<>(ServerCertificate::name, ServerCertificate::path);
    final Named<IdentityProvider> providers = new Named<>(IdentityProvider::arn, provider -> "/");
    final Named<VirtualDevice> unassignedDevices = new Named<>(VirtualDevice::serialNumber, device -> "/");

    final Map<String, AccessOperations.Job> jobs = new ConcurrentHashMap<>();

    @Nullable
    volatile PasswordPolicy passwordPolicy;

    Holdings(EstateBuilder builder) {
        builder.groups.values().forEach(group -> groups.put(group.build()));
        builder.roles.values().forEach(role -> roles.put(role.build()));
        builder.instanceProfiles.forEach(profile -> instanceProfiles.add(profile, "Instance Profile"));
        builder.serverCertificates.forEach(certificate -> serverCertificates.add(certificate, "Server Certificate"));
        builder.providers.forEach(provider -> providers.add(provider, "Provider"));
        builder.unassignedDevices.forEach(device -> unassignedDevices.add(device, "MFA Device"));
        passwordPolicy = builder.passwordPolicy;
        AwsManagedPolicies.all(builder.ids).forEach(policies::put);
        builder.policies.values().forEach(policy -> policies.put(policy.build()));
    }

    /** Makes the policies that are attached but that nobody described. */
    void completePolicies(List<IamUser> users, IdSequence ids) {
        var known = policies.all().stream().map(ManagedPolicy::arn).collect(Collectors.toSet());
        for (String arn : referred(users)) {
            if (known.add(arn)) {
                var version = new ManagedPolicy.Version("v1", PolicyBuilder.MODEST, BEFORE_ALL, true);
                policies.put(new ManagedPolicy(arn, ids.policyId(), null, List.of(version), List.of()));
            }
        }
    }

    private Set<String> referred(List<IamUser> users) {
        return holders(users)
                .flatMap(holder ->
                        Stream.concat(holder.attachedPolicies().stream(), Stream.ofNullable(holder.boundary())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Stream<PolicyHolder> holders(List<IamUser> users) {
        return Stream.of(users, groups.all(), roles.all()).flatMap(List::stream);
    }

    /** How often each policy is attached, by ARN. */
    Map<String, Integer> attachments(List<IamUser> users) {
        var counts = new LinkedHashMap<String, Integer>();
        holders(users)
                .flatMap(holder -> holder.attachedPolicies().stream())
                .forEach(arn -> counts.merge(arn, 1, Integer::sum));
        return counts;
    }

    /** How often each policy is a boundary, by ARN. */
    Map<String, Integer> boundaries(List<IamUser> users) {
        var counts = new LinkedHashMap<String, Integer>();
        holders(users)
                .flatMap(holder -> Stream.ofNullable(holder.boundary()))
                .forEach(arn -> counts.merge(arn, 1, Integer::sum));
        return counts;
    }

    /** A virtual second factor that nobody uses yet. */
    record VirtualDevice(String serialNumber, List<Tag> tags) {
        VirtualDevice {
            tags = List.copyOf(tags);
        }
    }
}
