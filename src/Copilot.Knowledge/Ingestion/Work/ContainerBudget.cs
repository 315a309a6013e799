using Copilot.Contracts;

namespace Copilot.Knowledge.Ingestion;

/// <summary>What may still be taken out of a container.</summary>
internal sealed class ContainerBudget(KnowledgeOptions options)
{
    private long _bytes;
    private int _files;

    /// <summary>Counts a member.</summary>
    /// <exception cref="CopilotException">It was one too many.</exception>
    public void Take(string path)
    {
        _bytes += new FileInfo(path).Length;
        if (++_files > options.ContainerFiles)
        {
            throw new CopilotException($"the container holds more than {options.ContainerFiles} files; the rest was not read. Split it.");
        }

        if (_bytes > options.ContainerMegabytes * 1024L * 1024L)
        {
            throw new CopilotException($"the container grows beyond {options.ContainerMegabytes} MB when it is opened; the rest was not read. Split it.");
        }
    }
}
