using System.Globalization;
using System.Runtime.CompilerServices;
using Copilot.Contracts;
using Copilot.Documents.Readers.Archives;

namespace Copilot.Documents.Readers.Mail;

/// <summary>Takes the attachments out of an e-mail message, those that stand in its text too. A message within it is given as one.</summary>
internal sealed class EmlAttachments : IContainerReader
{
    private const int LongestName = 255;

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".eml"];

    /// <inheritdoc/>
    public bool Knows(ReadOnlySpan<byte> head) => MimeMessage.Knows(head);

    /// <inheritdoc/>
    public async IAsyncEnumerable<FileToRead> OpenAsync(FileToRead file, string folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var message = await MimeMessage.ReadAsync(file, cancellationToken);
        var names = new MemberNames(LongestName);
        var number = 0;
        foreach (var (part, name) in new MimeContent(message.Root).Attachments)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var path = Path.Combine(folder, (++number).ToString("D5", CultureInfo.InvariantCulture) + ".member");
            await using (var to = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024))
            {
                message.Write(part, to);
            }

            yield return new FileToRead(names.Of(name), path);
        }
    }
}
