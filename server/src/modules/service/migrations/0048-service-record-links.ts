export const sql = `
alter table service.request add constraint request_of_customer_file foreign key (customer_id) references customers.customer (customer_id);
alter table service.request add constraint request_of_topic foreign key (topic_id) references catalogue.topic (id);
alter table service.request add constraint request_of_product foreign key (product_id) references catalogue.product (id);
alter table service.request_event add constraint request_event_in_words
  foreign key (customer_id, interaction_id) references interactions.interaction (customer_id, id);
alter table service.request_document add constraint request_document_known
  foreign key (customer_id, document_id) references documents.document (customer_id, id);
`
