package dev.penstock.tables.aws.simulator;

/** The operations of IAM on server certificates. */
final class CertificateOperations {
    private CertificateOperations() {}

    static void listServerCertificates(ApiCall call, XmlText result) {
        Members.page(
                result,
                "ServerCertificateMetadataList",
                call.held().serverCertificates.page(call),
                (certificate, member) -> metadata(call, certificate, member));
    }

    static void getServerCertificate(ApiCall call, XmlText result) {
        String name = call.parameters().required("ServerCertificateName");
        ServerCertificate certificate = call.held()
                .serverCertificates
                .find(IamRules.name(name, "serverCertificateName"))
                .orElseThrow(() ->
                        IamException.noSuchEntity("The Server Certificate with name " + name + " cannot be found."));
        var metadata = new XmlText();
        metadata(call, certificate, metadata);
        var xml = new XmlText()
                .element("ServerCertificateMetadata", metadata)
                .element("CertificateBody", certificate.body());
        String chain = certificate.chain();
        if (chain != null) {
            xml.element("CertificateChain", chain);
        }
        IamShapes.tags(certificate.tags(), xml);
        result.element("ServerCertificate", xml);
    }

    private static void metadata(ApiCall call, ServerCertificate certificate, XmlText xml) {
        xml.element("Path", certificate.path())
                .element("ServerCertificateName", certificate.name())
                .element("ServerCertificateId", certificate.id())
                .element("Arn", certificate.arn(call.accountId()))
                .element("UploadDate", certificate.uploaded())
                .element("Expiration", certificate.expires());
    }
}
