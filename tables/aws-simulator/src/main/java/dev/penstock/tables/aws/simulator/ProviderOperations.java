package dev.penstock.tables.aws.simulator;

import java.util.List;

/** The operations of IAM on providers of identities. */
final class ProviderOperations {
    private ProviderOperations() {}

    static void listSamlProviders(ApiCall call, XmlText result) {
        Members.list(
                result,
                "SAMLProviderList",
                all(call, IdentityProvider.Saml.class),
                (provider, member) -> member.element("Arn", provider.arn())
                        .element("ValidUntil", provider.validUntil())
                        .element("CreateDate", provider.created()));
    }

    static void getSamlProvider(ApiCall call, XmlText result) {
        var provider = named(call, "SAMLProviderArn", IdentityProvider.Saml.class);
        result.element("SAMLMetadataDocument", provider.metadata())
                .element("CreateDate", provider.created())
                .element("ValidUntil", provider.validUntil());
        IamShapes.tags(provider.tags(), result);
    }

    static void listOpenIdConnectProviders(ApiCall call, XmlText result) {
        Members.list(
                result,
                "OpenIDConnectProviderList",
                all(call, IdentityProvider.OpenIdConnect.class),
                (provider, member) -> member.element("Arn", provider.arn()));
    }

    static void getOpenIdConnectProvider(ApiCall call, XmlText result) {
        var provider = named(call, "OpenIDConnectProviderArn", IdentityProvider.OpenIdConnect.class);
        result.element("Url", provider.url());
        Members.texts(result, "ClientIDList", provider.clientIds());
        Members.texts(result, "ThumbprintList", provider.thumbprints());
        result.element("CreateDate", provider.created());
        IamShapes.tags(provider.tags(), result);
    }

    private static <P extends IdentityProvider> List<P> all(ApiCall call, Class<P> kind) {
        return call.held().providers.all().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static <P extends IdentityProvider> P named(ApiCall call, String parameter, Class<P> kind) {
        String arn = call.parameters().required(parameter);
        return call.held()
                .providers
                .find(arn)
                .filter(kind::isInstance)
                .map(kind::cast)
                .orElseThrow(() -> IamException.noSuchEntity("Manifest not found for arn " + arn));
    }
}
