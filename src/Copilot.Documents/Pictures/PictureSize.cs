namespace Copilot.Documents.Pictures;

/// <summary>What a picture file's header says, read before anything decodes it.</summary>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Height">Its height in pixels.</param>
/// <param name="DotsPerInch">Its resolution, 0 when it does not say.</param>
internal readonly record struct PictureSize(long Width, long Height, float DotsPerInch)
{
    /// <summary>Gets how many pixels it has.</summary>
    public long Pixels => Width * Height;
}
