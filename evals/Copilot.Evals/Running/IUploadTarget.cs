using Copilot.Contracts;

namespace Copilot.Evals.Running;

/// <summary>Somebody who answers questions about uploaded files too.</summary>
internal interface IUploadTarget : IEvalTarget
{
    /// <summary>Uploads a file.</summary>
    /// <returns>The id under which questions name it, or null when it was refused.</returns>
    Task<string?> UploadAsync(string persona, string fileName, string content, CancellationToken cancellationToken);

    /// <summary>Asks a first question about uploaded files.</summary>
    Task<Turn> AskAboutAsync(string persona, string question, IReadOnlyList<string> attachments, CancellationToken cancellationToken);

    /// <summary>Forgets an uploaded file.</summary>
    Task ForgetAsync(string persona, string attachment, CancellationToken cancellationToken);
}
