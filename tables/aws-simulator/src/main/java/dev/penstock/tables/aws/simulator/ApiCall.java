package dev.penstock.tables.aws.simulator;

/** A request with everything that an {@link Operation} needs to answer it. */
record ApiCall(Caller caller, String region, Parameters parameters, int pageSizeCap, RoleSessions sessions) {
    Estate estate() {
        return caller.estate();
    }

    String accountId() {
        return estate().accountId();
    }

    Paging paging() {
        return Paging.of(parameters, pageSizeCap);
    }

    String pathPrefix() {
        return IamRules.pathPrefix(parameters.get("PathPrefix", "/"));
    }

    Holdings held() {
        return estate().held();
    }

    /** The group that a request must name. */
    IamGroup namedGroup() {
        return held().groups.existing(IamRules.name(parameters.required("GroupName"), "groupName"), "group");
    }

    /** The role that a request must name. */
    IamRole namedRole() {
        return held().roles.existing(IamRules.name(parameters.required("RoleName"), "roleName"), "role");
    }

    /** The user that a request must name. */
    IamUser namedUser() {
        return estate().existing(IamRules.name(parameters.required("UserName"), "userName"));
    }

    /** The user that a request names, or else the caller. */
    IamUser namedUserOrCaller() {
        String name = parameters.get("UserName");
        return name == null ? estate().existing(caller.userName()) : namedUser();
    }
}
