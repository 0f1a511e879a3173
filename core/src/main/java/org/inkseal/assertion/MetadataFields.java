package org.inkseal.assertion;

import java.util.List;
import java.util.Set;

/**
 * The fields that {@code c2pa.metadata} may have (C2PA 2.2 annex B, with those that 2.4 added). Everything that names a
 * person is left to other assertions.
 */
public final class MetadataFields {
    /** Namespaces of which every field is allowed. */
    private static final Set<String> WHOLE = Set.of(
            "http://ns.adobe.com/xap/1.0/",
            "http://ns.adobe.com/xap/1.0/mm/",
            "http://ns.adobe.com/xap/1.0/t/pg/",
            "http://ns.adobe.com/camera-raw-settings/1.0/",
            "http://ns.adobe.com/pdf/1.3/",
            "http://ns.adobe.com/xmp/1.0/DynamicMedia/");

    private MetadataFields() {}

    /** Whether a field of a namespace is one of them. */
    public static boolean allow(String namespace, String field) {
        return WHOLE.contains(namespace)
                || List.of(fields(namespace).split(" ")).contains(field);
    }

    private static String fields(String namespace) {
        return switch (namespace) {
            case "http://purl.org/dc/elements/1.1/" ->
                "coverage date format identifier language relation type created modified title";
            case "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" -> "Scene";
            case "http://iptc.org/std/Iptc4xmpExt/2008-02-29/" ->
                "DigImageGUID DigitalSourceType EventId Genre ImageRating ImageRegion RegistryId LocationCreated "
                        + "LocationShown MaxAvailHeight MaxAvailWidth";
            case "http://ns.useplus.org/ldf/xmp/1.0/" ->
                "FileNameAsDelivered FirstPublicationDate ImageFileFormatAsDelivered ImageFileSizeAsDelivered "
                        + "ImageType Version";
            case "http://ns.adobe.com/photoshop/1.0/" ->
                "Category City ColorMode Country DateCreated DocumentAncestors History ICCProfile State "
                        + "SupplementalCategories TextLayers TransmissionReference Urgency";
            case "http://ns.adobe.com/exif/1.0/" ->
                "ApertureValue BrightnessValue CFAPattern ColorSpace CompressedBitsPerPixel Contrast "
                        + "CustomRendered DateTimeDigitized DateTimeOriginal DeviceSettingDescription DigitalZoomRatio "
                        + "ExifVersion ExposureBiasValue ExposureIndex ExposureMode ExposureProgram ExposureTime FileSource "
                        + "Flash FlashEnergy FlashpixVersion FNumber FocalLength FocalLengthIn35mmFilm "
                        + "FocalPlaneResolutionUnit FocalPlaneXResolution FocalPlaneYResolution GainControl ImageUniqueID "
                        + "ISOSpeedRatings LightSource MaxApertureValue MeteringMode OECF OffsetTimeOriginal "
                        + "PixelXDimension PixelYDimension RelatedSoundFile Saturation SceneCaptureType SceneType "
                        + "SensingMethod Sharpness ShutterSpeedValue SpatialFrequencyResponse SpectralSensitivity "
                        + "SubjectArea SubjectDistance SubjectDistanceRange SubjectLocation WhiteBalance GPSAltitude "
                        + "GPSAltitudeRef GPSDateStamp GPSDestBearing GPSDestBearingRef GPSDestDistance GPSDestDistanceRef "
                        + "GPSDestLatitude GPSDestLongitude GPSDifferential GPSDOP GPSHPositioningError GPSImgDirection "
                        + "GPSImgDirectionRef GPSLatitude GPSLongitude GPSMapDatum GPSMeasureMode GPSProcessingMethod "
                        + "GPSSatellites GPSSpeed GPSSpeedRef GPSStatus GPSTimeStamp GPSTrack GPSTrackRef GPSVersionID";
            case "http://ns.adobe.com/tiff/1.0/" ->
                "BitsPerSample Compression DateTime ImageLength ImageWidth Make Model Orientation "
                        + "PhotometricInterpretation PlanarConfiguration PrimaryChromaticities ReferenceBlackWhite "
                        + "ResolutionUnit SamplesPerPixel Software TransferFunction WhitePoint XResolution YResolution "
                        + "YCbCrCoefficients YCbCrPositioning YCbCrSubSampling";
            case "http://cipa.jp/exif/1.0/", "http://cipa.jp/exif/2.32/" ->
                "BodySerialNumber Gamma InteroperabilityIndex ISOSpeed ISOSpeedLatitudeyyy ISOSpeedLatitudezzz "
                        + "LensMake LensModel LensSerialNumber LensSpecification PhotographicSensitivity "
                        + "RecommendedExposureIndex SensitivityType StandardOutput-Sensitivity";
            default -> "";
        };
    }
}
