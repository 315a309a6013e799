namespace Copilot.Evals.Voices;

/// <summary>A model that behaves as a script says.</summary>
internal interface IVoice
{
    /// <summary>Answers one request.</summary>
    /// <param name="request">What the model is sent.</param>
    /// <returns>Its answer.</returns>
    VoiceReply Answer(VoiceRequest request);
}
