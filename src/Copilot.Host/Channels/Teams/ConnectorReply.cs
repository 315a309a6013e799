namespace Copilot.Host.Channels.Teams;

/// <summary>What the channel said to something we sent.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Id">The id it gave the message; null when it gave none, which happens also when all went well.</param>
/// <param name="Code">The error's code, or null.</param>
/// <param name="Message">The error's text, or null.</param>
internal sealed record ConnectorReply(int Status, string? Id = null, string? Code = null, string? Message = null)
{
    /// <summary>Gets a value indicating whether it was taken.</summary>
    public bool Taken => Status is >= 200 and < 300;

    /// <summary>Gets a value indicating whether the person pressed Stop.</summary>
    public bool Stopped => Says("cancelled by user") || Says("canceled by user");

    /// <summary>Gets a value indicating whether the answer took longer than a stream may.</summary>
    public bool TooLate => Says("exceeded streaming time");

    /// <summary>Gets a value indicating whether the message was too long.</summary>
    public bool TooLarge => Status == StatusCodes.Status413PayloadTooLarge || Code == "MessageSizeTooBig" || Says("message size too large");

    /// <summary>Gets a value indicating whether the conversation is closed to us: the bot was blocked or removed, or the conversation is gone.</summary>
    public bool Closed => Status is StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound;

    /// <summary>Gets a value indicating whether the same could be taken a little later.</summary>
    public bool Passing => Status is StatusCodes.Status401Unauthorized or StatusCodes.Status412PreconditionFailed or StatusCodes.Status429TooManyRequests or >= 500;

    // The channel tells these cases apart in words only.
    private bool Says(string words) => !Taken && Message?.Contains(words, StringComparison.OrdinalIgnoreCase) == true;
}
