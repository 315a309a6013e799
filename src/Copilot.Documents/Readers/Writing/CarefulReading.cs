using System.Runtime.CompilerServices;
using System.Xml;
using Copilot.Contracts;
using Copilot.Documents.Readers.Archives;

namespace Copilot.Documents.Readers.Writing;

/// <summary>Turns what parsers throw about damaged files into words for people. Outages and bugs pass through unchanged.</summary>
internal static class CarefulReading
{
    /// <summary>Gives on the parts of a reading.</summary>
    /// <exception cref="CopilotException">The file is damaged.</exception>
    public static async IAsyncEnumerable<DocumentPart> Of(IEnumerable<DocumentPart> reading, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Parsers are synchronous: hand the thread back before the first part and between parts.
        await Task.Yield();
        using var parts = reading.GetEnumerator();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                if (!parts.MoveNext())
                {
                    yield break;
                }
            }
            catch (XmlException e) when (e.Message.Contains("DTD", StringComparison.Ordinal))
            {
                throw new CopilotException("the file holds a document type with entities, which office files never do (an XML bomb); it was not read.", e);
            }
            catch (Exception e) when (e is XmlException or InvalidDataException or EndOfStreamException)
            {
                throw ZipGuard.Broken(e);
            }

            yield return parts.Current;
        }
    }
}
