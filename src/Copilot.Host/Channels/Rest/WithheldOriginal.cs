using Copilot.Contracts;

namespace Copilot.Host.Channels.Rest;

/// <summary>
/// Judges whether an original may be seen as it is. A picture of a page and the file itself show what text is shown without: where anything in the document would be hidden from the
/// reader, neither is given. The whole document is judged, since a table's heading may stand on another page than its figures.
/// </summary>
internal static class WithheldOriginal
{
    /// <summary>What people are told.</summary>
    public const string Note = "The original is not shown: it holds figures that your role does not see.";

    /// <summary>Says whether it must be kept back.</summary>
    /// <param name="caller">Who reads.</param>
    /// <param name="cited">What was cited.</param>
    /// <param name="figures">Who sees what.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>True when the reader does not see all of its text.</returns>
    public static async Task<bool> IsAsync(Caller caller, CitedSource cited, IFigureRights figures, CancellationToken cancellationToken)
    {
        if (figures.HiddenFrom(caller).Count == 0)
        {
            return false;
        }

        await foreach (var piece in cited.Opener.TextAsync(caller, cited.Evidence, cancellationToken))
        {
            if (figures.Screen(caller, piece) != piece)
            {
                return true;
            }
        }

        return false;
    }
}
