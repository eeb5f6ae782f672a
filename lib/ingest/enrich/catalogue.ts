/** The models we know, by the shape of their canonical id (ai-meters §0). The first pattern that fits decides, so the narrow ones stand first. */
interface ModelSeries {
  pattern: RegExp;
  vendor: string;
  /** `$1` is the first group of the pattern. */
  family: string;
  modality?: string;
}

const series: readonly ModelSeries[] = [
  // OpenAI
  { pattern: /^gpt-oss/, vendor: 'openai', family: 'gpt-oss' },
  { pattern: /^(?:gpt-image|chatgpt-image)/, vendor: 'openai', family: 'gpt-image', modality: 'image' },
  { pattern: /^gpt-realtime/, vendor: 'openai', family: 'gpt-realtime', modality: 'realtime' },
  { pattern: /^gpt-audio/, vendor: 'openai', family: 'gpt-audio', modality: 'audio' },
  { pattern: /^gpt-4o(?:-mini)?-realtime/, vendor: 'openai', family: 'gpt-4o', modality: 'realtime' },
  { pattern: /^gpt-4o(?:-mini)?-(?:audio|transcribe|tts)/, vendor: 'openai', family: 'gpt-4o', modality: 'audio' },
  { pattern: /^(?:chat)?gpt-4o(?![a-z0-9])/, vendor: 'openai', family: 'gpt-4o' },
  { pattern: /^gpt-(3\.5|4\.1|4\.5)(?![0-9])/, vendor: 'openai', family: 'gpt-$1' },
  { pattern: /^gpt-([4-9])(?![0-9a-z])/, vendor: 'openai', family: 'gpt-$1' },
  { pattern: /^gpt-3(?![0-9])/, vendor: 'openai', family: 'gpt-3' },
  { pattern: /^(o[1-9])(?![0-9a-z])/, vendor: 'openai', family: '$1' },
  { pattern: /^codex/, vendor: 'openai', family: 'codex' },
  { pattern: /^chat-latest/, vendor: 'openai', family: 'chat-latest' },
  { pattern: /^computer-use/, vendor: 'openai', family: 'computer-use' },
  { pattern: /^text-embedding-(?:3|ada)/, vendor: 'openai', family: 'text-embedding', modality: 'embedding' },
  { pattern: /^text-(?:davinci|curie|babbage|ada)/, vendor: 'openai', family: 'gpt-3' },
  { pattern: /^(?:davinci|babbage)-002/, vendor: 'openai', family: 'gpt-3' },
  { pattern: /^dall-e/, vendor: 'openai', family: 'dall-e', modality: 'image' },
  { pattern: /^sora/, vendor: 'openai', family: 'sora', modality: 'video' },
  { pattern: /^whisper/, vendor: 'openai', family: 'whisper', modality: 'audio' },
  { pattern: /^tts-\d/, vendor: 'openai', family: 'tts', modality: 'audio' },
  { pattern: /^(?:omni|text)-moderation/, vendor: 'openai', family: 'moderation' },
  // Anthropic
  { pattern: /^claude-(?:[0-9.]+-)*(haiku|sonnet|opus|instant)(?![a-z])/, vendor: 'anthropic', family: 'claude-$1' },
  { pattern: /^claude-(?:\d|[a-z]+-\d)/, vendor: 'anthropic', family: 'claude' },
  // Google
  { pattern: /^gemini-embedding/, vendor: 'google', family: 'gemini-embedding', modality: 'embedding' },
  { pattern: /^gemini-(?:[0-9.]+-)?(flash-lite|flash|pro|ultra|nano)(?![a-z])/, vendor: 'google', family: 'gemini-$1' },
  { pattern: /^gemini-(?:\d|exp)/, vendor: 'google', family: 'gemini' },
  { pattern: /^imagen-?\d/, vendor: 'google', family: 'imagen', modality: 'image' },
  { pattern: /^veo-?\d/, vendor: 'google', family: 'veo', modality: 'video' },
  { pattern: /^(?:code)?gemma/, vendor: 'google', family: 'gemma' },
  {
    pattern: /^(?:textembedding-gecko|text-multilingual-embedding|text-embedding-00\d|multimodalembedding)/,
    vendor: 'google',
    family: 'gecko',
    modality: 'embedding',
  },
  { pattern: /^(?:text|chat|code|codechat)-bison/, vendor: 'google', family: 'palm' },
  // Amazon
  { pattern: /^nova-(?:\d+-)?(canvas)/, vendor: 'amazon', family: 'nova-$1', modality: 'image' },
  { pattern: /^nova-(?:\d+-)?(reel)/, vendor: 'amazon', family: 'nova-$1', modality: 'video' },
  { pattern: /^nova-(?:\d+-)?(micro|lite|pro|premier|sonic|omni|act|multimodal-embeddings)(?![a-z])/, vendor: 'amazon', family: 'nova-$1' },
  { pattern: /^titan-(?:multimodal-)?embed/, vendor: 'amazon', family: 'titan-embed', modality: 'embedding' },
  { pattern: /^titan-image/, vendor: 'amazon', family: 'titan-image', modality: 'image' },
  { pattern: /^titan-/, vendor: 'amazon', family: 'titan' },
  // Open weights and the rest
  { pattern: /^(?:llama-(?:\d|guard)|codellama)/, vendor: 'meta', family: 'llama' },
  { pattern: /^(mistral)-(?:\d|large|medium|small|tiny|saba|nemo|ocr|doc|embed|moderation)/, vendor: 'mistral', family: '$1' },
  { pattern: /^(mixtral|ministral|magistral|codestral|devstral|pixtral|voxtral)(?![a-z])/, vendor: 'mistral', family: '$1' },
  { pattern: /^(?:open-)(mistral|mixtral)(?![a-z])/, vendor: 'mistral', family: '$1' },
  { pattern: /^deepseek-(?:[rv]\d|chat|coder|reasoner|ocr|llm|prover)/, vendor: 'deepseek', family: 'deepseek' },
  { pattern: /^grok-(?:\d|code|beta|vision|imagine)/, vendor: 'xai', family: 'grok' },
  { pattern: /^(kimi|moonshot)-(?:[kv]\d|latest|thinking)/, vendor: 'moonshot', family: '$1' },
  { pattern: /^(qwen|qwq)(?:\d|-(?:\d|max|plus|turbo|flash|long|vl|coder))/, vendor: 'alibaba', family: '$1' },
  { pattern: /^glm-?\d/, vendor: 'zai', family: 'glm' },
  { pattern: /^command(?:$|-(?:[ar]|light|nightly|text|large|xlarge)(?![a-z]))/, vendor: 'cohere', family: 'command' },
  { pattern: /^embed-(?:v\d|english|multilingual|4)/, vendor: 'cohere', family: 'embed', modality: 'embedding' },
  { pattern: /^rerank(?![a-z])/, vendor: 'cohere', family: 'rerank' },
  { pattern: /^phi-\d/, vendor: 'microsoft', family: 'phi' },
  { pattern: /^mai-/, vendor: 'microsoft', family: 'mai' },
  { pattern: /^(jamba|jurassic|j2)(?![a-z])/, vendor: 'ai21', family: '$1' },
  { pattern: /^(?:stable-(?:diffusion|image|video|audio)|sd3|sdxl)/, vendor: 'stability', family: 'stable-diffusion', modality: 'image' },
  { pattern: /^flux-?(?:\d|pro|dev|schnell|kontext|flex|max)/, vendor: 'bfl', family: 'flux', modality: 'image' },
  { pattern: /^palmyra/, vendor: 'writer', family: 'palmyra' },
  { pattern: /^marengo/, vendor: 'twelvelabs', family: 'marengo', modality: 'embedding' },
  { pattern: /^pegasus/, vendor: 'twelvelabs', family: 'pegasus', modality: 'video' },
  { pattern: /^ray-?v?\d/, vendor: 'luma', family: 'ray', modality: 'video' },
  { pattern: /^minimax/, vendor: 'minimax', family: 'minimax' },
  { pattern: /^nemotron/, vendor: 'nvidia', family: 'nemotron' },
  { pattern: /^granite/, vendor: 'ibm', family: 'granite' },
  { pattern: /^sonar(?:$|-(?:pro|reasoning|deep|small|medium|large))/, vendor: 'perplexity', family: 'sonar' },
  { pattern: /^voyage-/, vendor: 'voyage', family: 'voyage', modality: 'embedding' },
];

interface KnownModel {
  family: string;
  vendor: string;
  /** What the model mostly takes and gives, where that is not text. */
  modality: string | null;
}

/** The series a canonical model id belongs to, or null where we have never met it. */
export function lookUpModel(model: string): KnownModel | null {
  for (const { pattern, vendor, family, modality } of series) {
    const match = pattern.exec(model);
    if (match) return { family: family.replace('$1', match[1] ?? ''), vendor, modality: modality ?? null };
  }
  return null;
}

/** Companies whose product is models: a marketplace row of theirs is AI spend even when it names nothing else (azure §8). */
const vendors = new Map<string, string>(
  Object.entries({
    openai: 'openai',
    anthropic: 'anthropic',
    cohere: 'cohere',
    mistral: 'mistral',
    deepseek: 'deepseek',
    xai: 'xai',
    'moonshot ai': 'moonshot',
    'z.ai': 'zai',
    'ai21 labs': 'ai21',
    ai21: 'ai21',
    'stability ai': 'stability',
    writer: 'writer',
    twelvelabs: 'twelvelabs',
    'twelve labs': 'twelvelabs',
    'luma ai': 'luma',
    'black forest labs': 'bfl',
    'fireworks ai': 'fireworks',
    perplexity: 'perplexity',
    'mistral ai': 'mistral',
  }),
);

const legalForm = /[,.]?\s*\b(?:inc|llc|l\.l\.c|pbc|ltd|limited|corp|corporation|gmbh|sas|opco)\b\.?/g;

/** The vendor id of a seller's name, legal form and all ("Anthropic, PBC"), or null where it does not sell models. */
export function vendorNamed(name: string | null): string | null {
  if (name === null) return null;
  const plain = name.toLowerCase().replace(legalForm, '').trim();
  return vendors.get(plain) ?? null;
}
