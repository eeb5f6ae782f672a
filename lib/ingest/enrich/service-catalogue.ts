/** A service as every page names it, with its place in the FOCUS categories. */
export interface Service {
  name: string;
  category: string;
  subcategory: string;
}

/** ServiceCategory → ServiceSubcategory of FOCUS 1.4; besides these each category has an `Other (…)`. */
export const focusCategories = new Map<string, readonly string[]>(
  Object.entries({
    'AI and Machine Learning': ['AI Platforms', 'Bots', 'Generative AI', 'Machine Learning', 'Natural Language Processing'],
    Analytics: ['Analytics Platforms', 'Business Intelligence', 'Data Processing', 'Search', 'Streaming Analytics'],
    'Business Applications': ['Productivity and Collaboration'],
    Compute: ['Containers', 'End User Computing', 'Quantum Compute', 'Serverless Compute', 'Virtual Machines'],
    Databases: ['Caching', 'Data Warehouses', 'Ledger Databases', 'NoSQL Databases', 'Relational Databases', 'Time Series Databases'],
    'Developer Tools': [
      'Continuous Integration and Deployment',
      'Developer Platforms',
      'Development Environments',
      'Quality Assurance',
      'Source Code Management',
    ],
    Identity: ['Identity and Access Management'],
    Integration: ['API Management', 'Messaging', 'Workflow Orchestration'],
    'Internet of Things': ['IoT Analytics', 'IoT Platforms'],
    'Management and Governance': [
      'Architecture',
      'Compliance',
      'Cost Management',
      'Data Governance',
      'Disaster Recovery',
      'Endpoint Management',
      'Observability',
      'Support',
    ],
    Media: ['Content Creation', 'Gaming', 'Media Streaming', 'Mixed Reality'],
    Migration: ['Data Migration', 'Resource Migration'],
    Mobile: [],
    Multicloud: ['Multicloud Integration'],
    Networking: [
      'Application Networking',
      'Content Delivery',
      'Network Connectivity',
      'Network Infrastructure',
      'Network Routing',
      'Network Security',
    ],
    Other: [],
    Security: ['Secret Management', 'Security Posture Management', 'Threat Detection and Response'],
    Storage: ['Backup Storage', 'Block Storage', 'File Storage', 'Object Storage', 'Storage Platforms'],
    Web: ['Application Platforms'],
  }),
);

/** `name | category | subcategory | spellings, separated by commas`; the name is a spelling of itself. */
const azure = `
Azure OpenAI | AI and Machine Learning | Generative AI | azure openai service
Foundry Models | AI and Machine Learning | Generative AI | azure ai foundry models, azure ai foundry
Azure AI Services | AI and Machine Learning | AI Platforms | microsoft.cognitiveservices, cognitive services, azure cognitive services, azure applied ai services, foundry tools
Azure Machine Learning | AI and Machine Learning | Machine Learning | microsoft.machinelearningservices, microsoft.machinelearning, machine learning studio
Azure AI Bot Service | AI and Machine Learning | Bots | microsoft.botservice, azure bot service
Azure AI Search | Analytics | Search | microsoft.search, azure cognitive search
Virtual Machines | Compute | Virtual Machines | microsoft.compute, microsoft.classiccompute, virtual machine scale sets, virtual machines licenses
Azure Kubernetes Service | Compute | Containers | microsoft.containerservice, kubernetes service
Container Instances | Compute | Containers | microsoft.containerinstance
Azure Container Apps | Compute | Containers | microsoft.app
Container Registry | Compute | Containers | microsoft.containerregistry
Azure Functions | Compute | Serverless Compute | functions
Azure App Service | Web | Application Platforms | microsoft.web, microsoft.certificateregistration, app service
Azure Virtual Desktop | Compute | End User Computing | microsoft.desktopvirtualization
Storage Accounts | Storage | Storage Platforms | microsoft.storage, microsoft.classicstorage, storage
Azure NetApp Files | Storage | File Storage | microsoft.netapp
Azure Backup | Storage | Backup Storage | microsoft.recoveryservices, backup
Azure SQL Database | Databases | Relational Databases | microsoft.sql, sql database
SQL Managed Instance | Databases | Relational Databases |
Azure DB for PostgreSQL | Databases | Relational Databases | microsoft.dbforpostgresql, azure database for postgresql
Azure DB for MySQL | Databases | Relational Databases | microsoft.dbformysql, azure database for mysql
Cosmos DB | Databases | NoSQL Databases | microsoft.documentdb, azure cosmos db
Azure Cache for Redis | Databases | Caching | microsoft.cache, redis cache
Virtual Network | Networking | Network Infrastructure | microsoft.network
Bandwidth | Networking | Network Connectivity | microsoft.bandwidth
Load Balancer | Networking | Application Networking |
Application Gateway | Networking | Application Networking |
VPN Gateway | Networking | Network Connectivity |
ExpressRoute | Networking | Network Connectivity |
Azure Firewall | Networking | Network Security |
Azure DNS | Networking | Network Infrastructure |
NAT Gateway | Networking | Network Connectivity |
Content Delivery Network | Networking | Content Delivery | microsoft.cdn, azure front door service
Key Vault | Security | Secret Management | microsoft.keyvault
Microsoft Defender for Cloud | Security | Security Posture Management | microsoft.security, security center, advanced threat protection
Microsoft Sentinel | Security | Threat Detection and Response | microsoft.securityinsights, sentinel
Security Copilot | Security | Threat Detection and Response | microsoft.securitycopilot
Azure Monitor | Management and Governance | Observability | microsoft.insights, microsoft.operationalinsights, log analytics, application insights, insight and analytics
Azure Automation | Integration | Workflow Orchestration | microsoft.automation
Logic Apps | Integration | Workflow Orchestration | microsoft.logic
API Management | Integration | API Management | microsoft.apimanagement
Service Bus | Integration | Messaging | microsoft.servicebus
Event Grid | Integration | Messaging | microsoft.eventgrid
Event Hubs | Analytics | Streaming Analytics | microsoft.eventhub
Azure Synapse Analytics | Analytics | Analytics Platforms | microsoft.synapse
Azure Data Factory | Analytics | Data Processing | microsoft.datafactory, azure data factory v2
Azure Databricks | Analytics | Analytics Platforms | microsoft.databricks
Azure Data Explorer | Analytics | Analytics Platforms | microsoft.kusto
Microsoft Fabric | Analytics | Analytics Platforms | microsoft.fabric
Azure IoT Hub | Internet of Things | IoT Platforms | microsoft.devices
Azure DevOps | Developer Tools | Developer Platforms | microsoft.visualstudio
`;

const aws = `
Amazon Bedrock | AI and Machine Learning | Generative AI | amazonbedrock, amazonbedrockfoundationmodels, amazonbedrockservice
Amazon Bedrock AgentCore | AI and Machine Learning | Generative AI | amazonbedrockagentcore
Amazon SageMaker | AI and Machine Learning | Machine Learning | amazonsagemaker, amazon sagemaker ai
Amazon Q | AI and Machine Learning | Generative AI | amazonq, amazon q developer, amazon q business
Kiro | AI and Machine Learning | Generative AI |
Amazon Comprehend | AI and Machine Learning | Natural Language Processing | comprehend, amazoncomprehend
Amazon Rekognition | AI and Machine Learning | Machine Learning | amazonrekognition
Amazon Textract | AI and Machine Learning | Machine Learning | amazontextract
Amazon Transcribe | AI and Machine Learning | Natural Language Processing | transcribe, amazontranscribe
Amazon Polly | AI and Machine Learning | Natural Language Processing | amazonpolly
Amazon Translate | AI and Machine Learning | Natural Language Processing | translate, amazontranslate
Amazon Lex | AI and Machine Learning | Bots | amazonlex
Amazon EC2 | Compute | Virtual Machines | amazonec2, amazon elastic compute cloud
AWS Lambda | Compute | Serverless Compute | awslambda
Amazon ECS | Compute | Containers | amazonecs, amazon elastic container service
Amazon EKS | Compute | Containers | amazoneks, amazon elastic container service for kubernetes, amazon elastic kubernetes service
Amazon ECR | Compute | Containers | amazonecr, amazon ec2 container registry (ecr)
Amazon Lightsail | Compute | Virtual Machines | amazonlightsail
Amazon S3 | Storage | Object Storage | amazons3, amazon simple storage service
Amazon EFS | Storage | File Storage | amazonefs, amazon elastic file system
Amazon FSx | Storage | File Storage | amazonfsx
AWS Backup | Storage | Backup Storage | awsbackup
Amazon RDS | Databases | Relational Databases | amazonrds, amazon relational database service
Amazon DynamoDB | Databases | NoSQL Databases | amazondynamodb
Amazon ElastiCache | Databases | Caching | amazonelasticache
Amazon Redshift | Databases | Data Warehouses | amazonredshift
Amazon OpenSearch Service | Analytics | Search | amazones
Amazon VPC | Networking | Network Connectivity | amazonvpc, amazon virtual private cloud
Amazon CloudFront | Networking | Content Delivery | amazoncloudfront
Elastic Load Balancing | Networking | Application Networking | awselb
Amazon Route 53 | Networking | Network Infrastructure | amazonroute53
Amazon API Gateway | Integration | API Management | amazonapigateway
AWS Data Transfer | Networking | Network Connectivity | awsdatatransfer
Amazon CloudWatch | Management and Governance | Observability | amazoncloudwatch, amazoncloudwatchevents
AWS CloudTrail | Management and Governance | Compliance | awscloudtrail
AWS Systems Manager | Management and Governance | Architecture | awssystemsmanager
AWS Config | Management and Governance | Compliance | awsconfig
AWS Support | Management and Governance | Support | awssupportbusiness, awssupportenterprise, awssupportdeveloper
AWS Key Management Service | Security | Secret Management | awskms
AWS Secrets Manager | Security | Secret Management | awssecretsmanager
Amazon GuardDuty | Security | Threat Detection and Response | amazonguardduty
AWS Security Hub | Security | Security Posture Management | awssecurityhub
AWS WAF | Networking | Network Security | awswaf
Amazon SNS | Integration | Messaging | amazonsns, amazon simple notification service
Amazon SQS | Integration | Messaging | awsqueueservice, amazonsqs, amazon simple queue service
AWS Step Functions | Integration | Workflow Orchestration | amazonstates
AWS Glue | Analytics | Data Processing | awsglue
Amazon Athena | Analytics | Analytics Platforms | amazonathena
Amazon EMR | Analytics | Data Processing | elasticmapreduce, amazon elastic mapreduce
Amazon Kinesis | Analytics | Streaming Analytics | amazonkinesis
`;

const others = `
Vertex AI | AI and Machine Learning | AI Platforms | google vertex ai
Gemini API | AI and Machine Learning | Generative AI | generative language api
Compute Engine | Compute | Virtual Machines |
Google Kubernetes Engine | Compute | Containers | kubernetes engine
Cloud Run | Compute | Serverless Compute |
Cloud Storage | Storage | Object Storage |
BigQuery | Analytics | Analytics Platforms |
Cloud SQL | Databases | Relational Databases |
Cloud Logging | Management and Governance | Observability |
Cloud Monitoring | Management and Governance | Observability |
OpenAI API | AI and Machine Learning | Generative AI | openai
Anthropic API | AI and Machine Learning | Generative AI | anthropic, claude api
GitHub Copilot | AI and Machine Learning | Generative AI | copilot, copilot_enterprise, copilot_for_business
OCI Generative AI | AI and Machine Learning | Generative AI | oracle cloud infrastructure generative ai, generative_ai, generative ai
`;

/** Services by every spelling, in lower case. */
export const servicesBySpelling: ReadonlyMap<string, Service> = new Map(
  [azure, aws, others].flatMap((text) => text.trim().split('\n')).flatMap(rowsOf),
);

function rowsOf(line: string): [string, Service][] {
  const [name = '', category = '', subcategory = '', spellings = ''] = line.split('|').map((cell) => cell.trim());
  const service = { name, category, subcategory };
  return [name.toLowerCase(), ...spellings.split(',').map((spelling) => spelling.trim())]
    .filter((spelling) => spelling !== '')
    .map((spelling) => [spelling, service]);
}
