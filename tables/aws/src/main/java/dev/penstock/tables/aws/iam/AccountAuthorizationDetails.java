package dev.penstock.tables.aws.iam;

import dev.penstock.spi.table.BulkCall;
import dev.penstock.spi.table.Extractor;
import dev.penstock.spi.table.Operation;
import dev.penstock.spi.table.Size;
import dev.penstock.tables.aws.AwsConnection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.iam.model.AttachedPermissionsBoundary;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.GroupDetail;
import software.amazon.awssdk.services.iam.model.ManagedPolicyDetail;
import software.amazon.awssdk.services.iam.model.PolicyDetail;
import software.amazon.awssdk.services.iam.model.PolicyGroup;
import software.amazon.awssdk.services.iam.model.PolicyRole;
import software.amazon.awssdk.services.iam.model.PolicyUser;
import software.amazon.awssdk.services.iam.model.RoleDetail;
import software.amazon.awssdk.services.iam.model.UserDetail;

/**
 * Every user, group, role and policy in use, in one listing. It is asked for without a filter, so that all tables and
 * controls share its pages. Pages are no snapshot at one moment: what belongs together is joined when all are there.
 */
final class AccountAuthorizationDetails {
    private static final int MOST_PER_PAGE = 1000;

    /** AWS managed policies in use that no count tells of. */
    private static final int POLICIES_OF_AWS = 50;

    private static final Size SIZE =
            Size.of(MOST_PER_PAGE, "Users", "Groups", "Roles", "Policies").and(POLICIES_OF_AWS);

    private static final Operation<AwsConnection, Object> PAGES = new Operation<>(
            "iam:GetAccountAuthorizationDetails",
            (aws, key, page) -> {
                var answer = aws.iam()
                        .getAccountAuthorizationDetails(request ->
                                request.maxItems(page.size(MOST_PER_PAGE)).marker(page.marker()));
                var entities = new ArrayList<Object>(answer.userDetailList());
                entities.addAll(answer.groupDetailList());
                entities.addAll(answer.roleDetailList());
                entities.addAll(answer.policies());
                return IamPages.of(entities, answer.isTruncated(), answer.marker());
            },
            Set.of());

    static final BulkCall<AwsConnection, UserWithGroups> USERS =
            bulk(AccountAuthorizationDetails::users, user -> user.detail().userId());

    static final BulkCall<AwsConnection, GroupWithUsers> GROUPS =
            bulk(AccountAuthorizationDetails::groups, group -> group.detail().groupId());

    static final BulkCall<AwsConnection, RoleDetail> ROLES =
            bulk(entities -> only(entities, RoleDetail.class), RoleDetail::roleId);

    static final BulkCall<AwsConnection, ManagedPolicyDetail> POLICIES = bulk(
                    entities -> only(entities, ManagedPolicyDetail.class), ManagedPolicyDetail::arn)
            .naming(Size.of(MOST_PER_PAGE, "Policies").and(POLICIES_OF_AWS));

    /** Who uses each policy that is used at all. */
    static final BulkCall<AwsConnection, PolicyUse> POLICY_USES =
            bulk(AccountAuthorizationDetails::uses, PolicyUse::arn);

    private AccountAuthorizationDetails() {}

    private static <B> BulkCall<AwsConnection, B> bulk(
            Function<List<Object>, List<B>> assembly, Extractor<B, String> identity) {
        return BulkCall.of(PAGES, assembly, identity, SIZE);
    }

    private static List<UserWithGroups> users(List<Object> entities) {
        var groups = new HashMap<String, GroupDetail>();
        only(entities, GroupDetail.class).forEach(group -> groups.put(folded(group.groupName()), group));
        return only(entities, UserDetail.class).stream()
                .map(user -> new UserWithGroups(
                        user,
                        user.groupList().stream()
                                .map(AccountAuthorizationDetails::folded)
                                .filter(groups::containsKey)
                                .map(groups::get)
                                .toList()))
                .toList();
    }

    private static List<GroupWithUsers> groups(List<Object> entities) {
        Map<String, List<UserDetail>> members = new HashMap<>();
        for (UserDetail user : only(entities, UserDetail.class)) {
            for (String group : user.groupList()) {
                members.computeIfAbsent(folded(group), name -> new ArrayList<>())
                        .add(user);
            }
        }
        return only(entities, GroupDetail.class).stream()
                .map(group -> new GroupWithUsers(group, members.getOrDefault(folded(group.groupName()), List.of())))
                .toList();
    }

    private static List<PolicyUse> uses(List<Object> entities) {
        var uses = new LinkedHashMap<String, PolicyUse>();
        for (GroupDetail group : only(entities, GroupDetail.class)) {
            var named = PolicyGroup.builder()
                    .groupName(group.groupName())
                    .groupId(group.groupId())
                    .build();
            arns(group.attachedManagedPolicies(), null)
                    .forEach(arn -> use(uses, arn).groups().add(named));
        }
        for (RoleDetail role : only(entities, RoleDetail.class)) {
            var named = PolicyRole.builder()
                    .roleName(role.roleName())
                    .roleId(role.roleId())
                    .build();
            arns(role.attachedManagedPolicies(), role.permissionsBoundary())
                    .forEach(arn -> use(uses, arn).roles().add(named));
        }
        for (UserDetail user : only(entities, UserDetail.class)) {
            var named = PolicyUser.builder()
                    .userName(user.userName())
                    .userId(user.userId())
                    .build();
            arns(user.attachedManagedPolicies(), user.permissionsBoundary())
                    .forEach(arn -> use(uses, arn).users().add(named));
        }
        return List.copyOf(uses.values());
    }

    private static PolicyUse use(Map<String, PolicyUse> uses, String arn) {
        return uses.computeIfAbsent(
                arn, used -> new PolicyUse(used, new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
    }

    /** The policies attached and the boundary, each once. */
    private static Set<String> arns(List<AttachedPolicy> attached, @Nullable AttachedPermissionsBoundary boundary) {
        var arns = new LinkedHashSet<String>();
        attached.forEach(policy -> arns.add(policy.policyArn()));
        if (boundary != null && boundary.permissionsBoundaryArn() != null) {
            arns.add(boundary.permissionsBoundaryArn());
        }
        return arns;
    }

    private static <T> List<T> only(List<Object> entities, Class<T> kind) {
        return entities.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Names of groups are told apart whatever their case. */
    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    static List<InlinePolicy> inline(List<PolicyDetail> policies) {
        return policies.stream()
                .map(policy -> new InlinePolicy(policy.policyName(), policy.policyDocument()))
                .toList();
    }

    /** A user and the groups that it is in. */
    record UserWithGroups(UserDetail detail, List<GroupDetail> groups) {}

    /** A group and its members. */
    record GroupWithUsers(GroupDetail detail, List<UserDetail> users) {}

    /** Who uses a policy, as attached or as boundary. */
    record PolicyUse(String arn, List<PolicyGroup> groups, List<PolicyRole> roles, List<PolicyUser> users) {}
}
